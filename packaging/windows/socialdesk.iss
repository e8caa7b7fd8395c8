; Installer for one person, without administrator rights: iscc /DVersion=0.1.0 packaging\windows\socialdesk.iss
; after `dev package folder` on Windows. Written from the documentation of Inno Setup 6 and not yet run; see packaging/README.md.

#ifndef Version
  #error Say which version: /DVersion=...
#endif

[Setup]
AppId=SocialDesk
AppName=SocialDesk
AppVersion={#Version}
AppPublisher=The SocialDesk contributors
DefaultDirName={userpf}\SocialDesk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=SocialDesk-{#Version}-setup
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
UninstallDisplayIcon={app}\socialdesk.exe
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[Files]
Source: "..\..\dist\socialdesk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
; Without this identity Windows shows no notices of a program.
Name: "{userprograms}\SocialDesk"; Filename: "{app}\socialdesk.exe"; AppUserModelID: "SocialDesk.SocialDesk"

[Run]
Filename: "{app}\socialdesk.exe"; Flags: nowait postinstall skipifsilent
