#!/bin/sh
# Makes, signs and notarises SocialDesk.app and a disk image of it, on a Mac, after `./dev package folder` there.
#   IDENTITY="Developer ID Application: …" PROFILE=notary-profile packaging/macos/make.sh 0.1.0
# Written from Apple's documentation and not yet run; see packaging/README.md.
set -eu
cd "$(dirname "$0")/../.."
version=${1:?which version}
app=dist/SocialDesk.app
image=dist/SocialDesk-$version.dmg

rm -rf "$app"
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
cp -R dist/socialdesk/. "$app/Contents/MacOS/"
sed "s/VERSION/$version/" packaging/macos/Info.plist > "$app/Contents/Info.plist"

# From the inside out: a signature covers what lies within, so the program itself comes last.
find "$app/Contents/MacOS" \( -name '*.so' -o -name '*.dylib' \) -print0 |
    xargs -0 -n 1 codesign --force --options runtime --timestamp --sign "$IDENTITY"
find "$app/Contents/MacOS" -name '*.framework' -prune -print0 |
    xargs -0 -n 1 codesign --force --options runtime --timestamp --sign "$IDENTITY"
codesign --force --options runtime --timestamp --sign "$IDENTITY" "$app"
codesign --verify --deep --strict "$app"

hdiutil create -volname SocialDesk -srcfolder "$app" -ov -format UDZO "$image"
codesign --timestamp --sign "$IDENTITY" "$image"
xcrun notarytool submit "$image" --keychain-profile "$PROFILE" --wait
xcrun stapler staple "$image"
