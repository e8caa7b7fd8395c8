"""Gives the sentences with which something fails and in which a name or a number stands, as they are written.

`tools.translations` gathers them, and a test compares them with what connectors and engine say: one that is missing
here would be read in English everywhere.
"""

from __future__ import annotations

OF_RULES = (
    "A rule may do {most} things at most.",
    "Give the rule a shorter name: {most} characters at most.",
    "It took {took} ms with one message; {most} ms are allowed.",
    "Nothing was imported. {sentence}",
    "Rule {place}: {sentence}",
    "Somebody changed “{name}” meanwhile. Nothing was saved; look at it, then save yours.",
    "There are {most} rules already. Delete one that nobody needs.",
    "There is a rule called “{name}” already. Give this one another name.",
    "These rules bring each other about again and again: {names}. SocialDesk stops that after five times.",
    "{sentence} Nothing was saved.",
    "“{name}” adds and removes the tag {tag}.",
    "“{name}” brings itself about again and again; SocialDesk stops that after five times.",
    "“{name}” can never do anything: its conditions exclude each other.",
    "“{name}” does its work on every message of every channel.",
    "“{name}” does its work on every message of its channels.",
    "“{name}” gives the thread to more than one person; the last one wins.",
    "“{name}” is not there in this workspace.",
    "“{name}” never gets its turn: “{other}” stands before it and stops.",
    "“{name}” sets more than one priority; the last one wins.",
    "“{name}” snoozes the thread and marks it done.",
    "“{name}”: it does not say for which channels it is.",
    "“{name}”: it does not say what to do.",
    "“{name}”: its condition asks for something this version does not know.",
    "“{name}”: this version cannot do one of the things it asks for.",
    "“{name}”: this version does not know what it waits for.",
    "“{one}” and “{other}” bring each other about again and again; SocialDesk stops that after five times.",
    "“{one}” and “{other}” contradict each other: one adds the tag {tag}, one removes it.",
    "“{one}” and “{other}” contradict each other: one snoozes the thread, one marks it done.",
    "“{one}” and “{other}” give the thread to different people under the same condition; the later one wins.",
    "“{one}” and “{other}” set different priorities under the same condition; the later one wins.",
    "“{words}” has no letters that could be looked for.",
)
"""What is said of rules."""
OF_FILES = (
    "Another program holds {path}. Close it and try again; nothing was changed.",
    "Another program holds {path}. Close it and try again; nothing was lost.",
    "That is not the passphrase of {folder}. Nothing was changed; try again.",
    (
        "The disk is full, so the last change could not be written to {path}. Everything before it is safe. Free some "
        "space, then try again."
    ),
    "The keyring refused ({reason}). Unlock it, then try again.",
    "There is no workspace in {folder}.",
    (
        "Nothing can be written in {folder}, where SocialDesk keeps what you do and what comes in. Nothing was "
        "changed. Make the folder, or the disk it is on, writable; or copy it to where you may write, and open the "
        "copy with --workspace DIR."
    ),
    (
        "Your keyring does not have the key of {folder}. Open the keyring it was made with; without the key the files "
        "cannot be read."
    ),
    "{folder} is being repaired or protected anew by another SocialDesk. Wait for it to end, then try again.",
    "{folder} is kept under a passphrase: give it with --passphrase-file FILE.",
    (
        "{folder} was written by a newer SocialDesk. Nothing was changed. Install the newer SocialDesk, or choose "
        "another workspace with --workspace."
    ),
    (
        "{path} was written by a newer SocialDesk (its version is {its}, this one knows {ours}). Nothing was changed. "
        "Install the newer SocialDesk, or choose another workspace with --workspace."
    ),
    "The folder {folder} cannot be made: {reason}. Choose another one with --workspace DIR.",
    "The passphrase file {path} cannot be read ({reason}).",
    "{folder} holds a workspace that is not the demo. Nothing was changed. Choose another folder with --workspace DIR.",
    "{path} cannot be opened with this passphrase.",
    "{path} cannot be used: {reason}. Make it accessible, then try again.",
    (
        "{path} cannot be read with the key of this workspace: it was written with another one, or is damaged from end "
        "to end. Nothing was changed. If you have put a file of another copy here, put the right one back; else run: "
        "socialdesk doctor --repair, which sets it aside and reads your channels again."
    ),
    (
        "{path} cannot be read: it is damaged. Nothing was changed. Run: socialdesk doctor --repair, which sets it "
        "aside, keeps all that can be read of it, and reads your channels again."
    ),
    "{path} cannot be read: it is damaged. Nothing was changed.",
    (
        "{path} is damaged. Nothing was changed. Run: socialdesk doctor --repair, which sets it aside, keeps all that "
        "can be read of it, and reads your channels again."
    ),
    "{path} is damaged. Nothing was changed.",
    "{path} is damaged ({said}).",
    "{path} is damaged. The files beside it are untouched; put the newest backup of it back.",
    "{path} cannot be read or written: the disk reports an error. Check the disk first.",
    (
        "{path} cannot be written: the file, or the disk it is on, is read-only. Everything before it is safe. Make it "
        "writable, then try again."
    ),
    (
        "{path}, which holds your sign-ins, is damaged. Messages, notes and drafts are not touched. Put a copy of that "
        "file back; without one, rename it, and sign in to your channels again."
    ),
)
"""What is said of the files of a workspace and their key. Of some the window shows the beginning only."""
OF_ACTS = (
    "A picture of /{shortcut} is no longer on this machine. Nothing was saved; attach it again.",
    "Give the tag a shorter name: {most} characters at most.",
    "Give the view a shorter name: {most} characters at most.",
    "Not sent: part {part} was taken back. Send this part as it is, or edit it.",
    "Not sent: {who} answered while you were writing. Read it, then send or edit.",
    "Not sent: {who} wrote again while you were writing. Read it, then send or edit.",
    "There are {most} saved views already. Delete one that nobody uses.",
    "There is a tag called “{name}” by now. Nothing was changed; rename it again to merge the two.",
    "There is a view called “{name}” already. Give this one another name.",
    (
        "The tag is still named by {names}. Nothing was deleted; take it out there, or merge it into another tag: then "
        "they follow."
    ),
    "They would stand in for each other in a circle: {who}. Nothing was changed; choose somebody else.",
    "This computer knows no time zone “{name}”. Nothing was changed; choose one from the list.",
    "Too late: answers are taken for {hours} h only. Nothing was sent; keep it as a note.",
    "Waits for part {part}.",
    "{name} changed the memo while you wrote.",
    "{sentence} Yours is kept as a draft: read the new one, then save again.",
)
"""What is said of answers, contacts, views, tags and the team."""
WITH_NAMES = (
    *OF_RULES,
    *OF_FILES,
    *OF_ACTS,
    "Bluesky hides at most {most} answers below one post. Nothing was hidden.",
    "Fill in {field}.",
    "Longer than the server takes with the names before it, by {over}. Nothing was sent; shorten it and send again.",
    "Longer than {most} bytes, by {over}. Nothing was sent; shorten it and send again.",
    "Longer than {most} characters, by {over}. Nothing was sent; shorten it and send again.",
    "More pictures than are taken here: {most} at most. Nothing was sent; take some out.",
    "More pictures than the server takes: {most} at most. Nothing was sent.",
    "Sent, but {many} pictures were not taken. Look on the network before you send them again.",
    "That answer belongs to another sign-in. Begin the sign-in to {name} once more.",
    (
        "That is the sign-in of {other}. This channel is {own}: sign in with that account, or connect {again} as "
        "a channel of its own. Nothing was changed."
    ),
    "The connector for {name} cannot be loaded: {reason}.",
    (
        "The network you are on answered in place of {host}. If it wants you to sign in, open any page in your "
        "browser and do so; SocialDesk goes on by itself."
    ),
    (
        "The proxy of your network does not let SocialDesk through to {host}. Whoever looks after your network "
        "can allow it, or tell you what to put into HTTPS_PROXY. SocialDesk tries again by itself."
    ),
    "The mail server does not accept the sign-in at {provider} any more. Sign in again; your answers wait for it.",
    "The sign-in to {name} has ended. Sign in again; nothing is lost.",
    "There is no connector for {name}. Installed: {names}.",
    "This account has moved to @{elsewhere}. Connect that one as a channel; what is written here is still read.",
    (
        "What X may cost this channel in a day, {dollars}, is used up. Answers still leave. It goes on by itself "
        "after midnight UTC; sign in again to allow more."
    ),
    (
        "What X may cost this channel in a day, {dollars}, is used up. Nothing was sent. It goes on by itself "
        "after midnight UTC; sign in again to allow more."
    ),
    (
        "With pictures Telegram takes {most} characters, this is {many}. Nothing was sent; shorten it, or send "
        "the pictures by themselves."
    ),
    "{host} allows little more for now; what is left is kept for your answers. It goes on by itself.",
    "{host} allows more later. It goes on by itself.",
    "{host} cannot be reached. Check the network, then try again.",
    "{host} cannot be reached. Check the network; SocialDesk tries again by itself.",
    "{host} did not answer properly. Nothing was changed; try again.",
    "{host} did not answer properly. SocialDesk tries again by itself.",
    "{host} is not an address of a server.",
    "{host} must be reached by https://; a password is never sent in clear.",
    "{host} sends nothing by itself now; it is asked from time to time instead.",
    "{name} allows more sign-ins later. Try again in a while.",
    "{name} cannot sign anybody in at the moment. Try again later.",
    "{name} did not accept this sign-in. Begin it once more.",
    "{name} did not let SocialDesk in. Check what the sign-in asks for, then begin it once more.",
    ("{name} does not come with SocialDesk, and nobody allowed it as it is now. Connect it again; you are asked then."),
    "{name} does not know these keys of an app, or they do not belong together. Check what was typed.",
    "{name} has no such way to sign in. Choose another one.",
    "{name} says that the access was not granted. Sign in once more and allow it.",
    "{name} wants to open an address that is no safe page. Check the address of the server.",
    (
        "{server} answers, but it is not a Bluesky server. Check the address; for most accounts it is "
        "https://bsky.social."
    ),
    (
        "{server} does not protect the connection properly, so no password was sent. Check server and port: 993 "
        "for reading and 465 or 587 for sending are usual."
    ),
    (
        "{server} is not the name of a mail server. Such a name looks like imap.example.org, or with a port like "
        "imap.example.org:993."
    ),
    (
        "{server} offers no encryption, and a password is never sent in clear. Ask whoever runs the server for "
        "another port; 993 for reading and 465 or 587 for sending are usual."
    ),
    (
        "{server} shows a certificate that this computer does not trust ({reason}). No password was sent. Check "
        "the name of the server, or ask whoever runs it."
    ),
    "{sentence} Nothing was sent.",
    "It was sent, but not to {addresses}: the mail server knows no such address. The others have it.",
    "{host} takes no sign-in through the browser. Connect this mailbox with its password.",
    "This account has moved to {host}. Sign in again and SocialDesk goes on there; nothing is lost.",
    (
        "{provider} let you in, but its mail server does not open the mailbox of this address. Choose the account of "
        "this very address in the browser. At work, whoever runs the mail may have to allow IMAP and SMTP for it."
    ),
)
"""In braces what stands there when it is said; the names are for translators. A {sentence} is one of these itself."""
