<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CheckPage</name>
    <message numerus="yes">
        <source>Access lasts %n day(s). SocialDesk reminds you a week before it ends.</source>
        <translation>
            <numerusform>Access lasts %n day. SocialDesk reminds you a week before it ends.</numerusform>
            <numerusform>Access lasts %n days. SocialDesk reminds you a week before it ends.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConnectWizard</name>
    <message numerus="yes">
        <source>%n account(s) are connected</source>
        <translation>
            <numerusform>%n account is connected</numerusform>
            <numerusform>%n accounts are connected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Almost there. %n permission(s) missing.</source>
        <translation>
            <numerusform>Almost there. One permission is missing.</numerusform>
            <numerusform>Almost there. %n permissions are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Connect %n account(s)</source>
        <translation>
            <numerusform>Connect %n account</numerusform>
            <numerusform>Connect %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The messages of the last %n day(s) are coming in.</source>
        <translation>
            <numerusform>The messages of the last day are coming in.</numerusform>
            <numerusform>The messages of the last %n days are coming in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This sign-in opens %n account(s).</source>
        <translation>
            <numerusform>This sign-in opens %n account.</numerusform>
            <numerusform>This sign-in opens %n accounts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message numerus="yes">
        <source>%n over</source>
        <comment>characters beyond the limit of the platform</comment>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Pickers</name>
    <message numerus="yes">
        <source>%n open</source>
        <comment>threads of a member</comment>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message numerus="yes">
        <source>%n a minute</source>
        <comment>answers or acts on one channel</comment>
        <translation>
            <numerusform>%n a minute</numerusform>
            <numerusform>%n a minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) taken back.</source>
        <translation>
            <numerusform>%n act taken back.</numerusform>
            <numerusform>%n acts taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) leave, {span}.</source>
        <translation>
            <numerusform>%n answer leaves, {span}.</numerusform>
            <numerusform>%n answers leave, {span}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) of ours are being deleted.</source>
        <translation>
            <numerusform>%n answer of ours is being deleted.</numerusform>
            <numerusform>%n answers of ours are being deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) taken back.</source>
        <translation>
            <numerusform>%n answer taken back.</numerusform>
            <numerusform>%n answers taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <comment>acts</comment>
        <translation>
            <numerusform>%n failed.</numerusform>
            <numerusform>%n failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had happened already and stay(s).</source>
        <translation>
            <numerusform>%n had happened already and stays.</numerusform>
            <numerusform>%n had happened already and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had left already.</source>
        <comment>answers</comment>
        <translation>
            <numerusform>%n had left already.</numerusform>
            <numerusform>%n had left already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s) are taken back.</source>
        <translation>
            <numerusform>%n like is taken back.</numerusform>
            <numerusform>%n likes are taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s) leave.</source>
        <translation>
            <numerusform>%n like leaves.</numerusform>
            <numerusform>%n likes leave.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied.</source>
        <translation>
            <numerusform>%n link copied.</numerusform>
            <numerusform>%n links copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are being deleted.</source>
        <translation>
            <numerusform>%n message is being deleted.</numerusform>
            <numerusform>%n messages are being deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are being hidden.</source>
        <translation>
            <numerusform>%n message is being hidden.</numerusform>
            <numerusform>%n messages are being hidden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are being shown again.</source>
        <translation>
            <numerusform>%n message is being shown again.</numerusform>
            <numerusform>%n messages are being shown again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) written.</source>
        <translation>
            <numerusform>%n note written.</numerusform>
            <numerusform>%n notes written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them get(s) the text only: their channel does not take these pictures.</source>
        <translation>
            <numerusform>%n of them gets the text only: their channel does not take these pictures.</numerusform>
            <numerusform>%n of them get the text only: their channel does not take these pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) opened in the browser.</source>
        <translation>
            <numerusform>%n page opened in the browser.</numerusform>
            <numerusform>%n pages opened in the browser.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ask about “{words}”</source>
        <translation>
            <numerusform>%n person asks about “{words}”</numerusform>
            <numerusform>%n people ask about “{words}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ask the same</source>
        <translation>
            <numerusform>%n person asks the same</numerusform>
            <numerusform>%n people ask the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people left only emojis</source>
        <translation>
            <numerusform>%n person left only emojis</numerusform>
            <numerusform>%n people left only emojis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people tagged a friend</source>
        <translation>
            <numerusform>%n person tagged a friend</numerusform>
            <numerusform>%n people tagged a friend</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people tagged a friend or left emojis</source>
        <translation>
            <numerusform>%n person tagged a friend or left emojis</numerusform>
            <numerusform>%n people tagged a friend or left emojis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people would read the very same words in public. That looks like a machine.</source>
        <translation>
            <numerusform>%n person would read the very same words in public. That looks like a machine.</numerusform>
            <numerusform>%n people would read the very same words in public. That looks like a machine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are being blocked.</source>
        <translation>
            <numerusform>%n person is being blocked.</numerusform>
            <numerusform>%n people are being blocked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are let in again.</source>
        <translation>
            <numerusform>%n person is let in again.</numerusform>
            <numerusform>%n people are let in again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) leave.</source>
        <translation>
            <numerusform>%n report leaves.</numerusform>
            <numerusform>%n reports leave.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>threads</comment>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are back in the queue.</source>
        <translation>
            <numerusform>%n thread is back in the queue.</numerusform>
            <numerusform>%n threads are back in the queue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are done.</source>
        <translation>
            <numerusform>%n thread is done.</numerusform>
            <numerusform>%n threads are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are muted.</source>
        <translation>
            <numerusform>%n thread is muted.</numerusform>
            <numerusform>%n threads are muted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are nobody&apos;s now.</source>
        <translation>
            <numerusform>%n thread is nobody&apos;s now.</numerusform>
            <numerusform>%n threads are nobody&apos;s now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are open again.</source>
        <translation>
            <numerusform>%n thread is open again.</numerusform>
            <numerusform>%n threads are open again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are taken apart again.</source>
        <translation>
            <numerusform>%n thread is taken apart again.</numerusform>
            <numerusform>%n threads are taken apart again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are the only one of their person here.</source>
        <translation>
            <numerusform>%n thread is the only one of its person here.</numerusform>
            <numerusform>%n threads are the only ones of their person here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are yours.</source>
        <translation>
            <numerusform>%n thread is yours.</numerusform>
            <numerusform>%n threads are yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) come back later.</source>
        <translation>
            <numerusform>%n thread comes back later.</numerusform>
            <numerusform>%n threads come back later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) given to {person}.</source>
        <translation>
            <numerusform>%n thread given to {person}.</numerusform>
            <numerusform>%n threads given to {person}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) let through.</source>
        <translation>
            <numerusform>%n thread let through.</numerusform>
            <numerusform>%n threads let through.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) marked read.</source>
        <translation>
            <numerusform>%n thread marked read.</numerusform>
            <numerusform>%n threads marked read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) marked unread.</source>
        <translation>
            <numerusform>%n thread marked unread.</numerusform>
            <numerusform>%n threads marked unread.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) selected</source>
        <translation>
            <numerusform>%n thread selected</numerusform>
            <numerusform>%n threads selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) tagged {tag}.</source>
        <translation>
            <numerusform>%n thread tagged {tag}.</numerusform>
            <numerusform>%n threads tagged {tag}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n thread(s) with one text</source>
        <translation>
            <numerusform>Answer %n thread with one text</numerusform>
            <numerusform>Answer %n threads with one text</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Block %n</source>
        <comment>people</comment>
        <translation>
            <numerusform>Block %n</numerusform>
            <numerusform>Block %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Block %n person(s)?</source>
        <translation>
            <numerusform>Block %n person?</numerusform>
            <numerusform>Block %n people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing %n thread(s)…</source>
        <translation>
            <numerusform>Changing %n thread…</numerusform>
            <numerusform>Changing %n threads…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Colleagues are answering %n of these right now. They will be left out.</source>
        <translation>
            <numerusform>A colleague is answering %n of these right now. It will be left out.</numerusform>
            <numerusform>Colleagues are answering %n of these right now. They will be left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n answer(s) of ours?</source>
        <translation>
            <numerusform>Delete %n answer of ours?</numerusform>
            <numerusform>Delete %n answers of ours?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n message(s) of others?</source>
        <translation>
            <numerusform>Delete %n message of others?</numerusform>
            <numerusform>Delete %n messages of others?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n there</source>
        <comment>messages</comment>
        <translation>
            <numerusform>Delete %n there</numerusform>
            <numerusform>Delete %n there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Do this on the network for %n thread(s)?</source>
        <translation>
            <numerusform>Do this on the network for %n thread?</numerusform>
            <numerusform>Do this on the network for %n threads?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %n</source>
        <comment>messages</comment>
        <translation>
            <numerusform>Hide %n</numerusform>
            <numerusform>Hide %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %n message(s) from the public?</source>
        <translation>
            <numerusform>Hide %n message from the public?</numerusform>
            <numerusform>Hide %n messages from the public?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n in</source>
        <comment>people</comment>
        <translation>
            <numerusform>Let %n in</numerusform>
            <numerusform>Let %n in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n person(s) in again?</source>
        <translation>
            <numerusform>Let %n person in again?</numerusform>
            <numerusform>Let %n people in again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Like %n</source>
        <comment>messages</comment>
        <translation>
            <numerusform>Like %n</numerusform>
            <numerusform>Like %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Like %n message(s)?</source>
        <translation>
            <numerusform>Like %n message?</numerusform>
            <numerusform>Like %n messages?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge for %n person(s)</source>
        <translation>
            <numerusform>Merge for %n person</numerusform>
            <numerusform>Merge for %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge the threads of %n person(s)?</source>
        <translation>
            <numerusform>Merge the threads of %n person?</numerusform>
            <numerusform>Merge the threads of %n people?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One moment: %n thread(s) are being changed. Then Z takes it back.</source>
        <translation>
            <numerusform>One moment: %n thread is being changed. Then Z takes it back.</numerusform>
            <numerusform>One moment: %n threads are being changed. Then Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Priority of %n thread(s) changed.</source>
        <translation>
            <numerusform>Priority of %n thread changed.</numerusform>
            <numerusform>Priority of %n threads changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report %n</source>
        <comment>messages</comment>
        <translation>
            <numerusform>Report %n</numerusform>
            <numerusform>Report %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report %n message(s)?</source>
        <translation>
            <numerusform>Report %n message?</numerusform>
            <numerusform>Report %n messages?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n answer(s)</source>
        <translation>
            <numerusform>Send %n answer</numerusform>
            <numerusform>Send %n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n answer(s)?</source>
        <translation>
            <numerusform>Send %n answer?</numerusform>
            <numerusform>Send %n answers?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send its %n picture(s) along</source>
        <comment>of a saved reply</comment>
        <translation>
            <numerusform>Send its %n picture along</numerusform>
            <numerusform>Send its %n pictures along</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n again</source>
        <comment>messages</comment>
        <translation>
            <numerusform>Show %n again</numerusform>
            <numerusform>Show %n again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n message(s) to the public again?</source>
        <translation>
            <numerusform>Show %n message to the public again?</numerusform>
            <numerusform>Show %n messages to the public again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n back</source>
        <comment>likes</comment>
        <translation>
            <numerusform>Take %n back</numerusform>
            <numerusform>Take %n back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n like(s) back?</source>
        <translation>
            <numerusform>Take %n like back?</numerusform>
            <numerusform>Take %n likes back?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back in %n thread(s).</source>
        <translation>
            <numerusform>Taken back in %n thread.</numerusform>
            <numerusform>Taken back in %n threads.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking it back in %n thread(s)…</source>
        <translation>
            <numerusform>Taking it back in %n thread…</numerusform>
            <numerusform>Taking it back in %n threads…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The threads of %n person(s) are merged.</source>
        <translation>
            <numerusform>The threads of %n person are merged.</numerusform>
            <numerusform>The threads of %n people are merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n note(s)</source>
        <translation>
            <numerusform>Write %n note</numerusform>
            <numerusform>Write %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write one note into %n thread(s)</source>
        <translation>
            <numerusform>Write one note into %n thread</numerusform>
            <numerusform>Write one note into %n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <comment>until all answers have left</comment>
        <translation>
            <numerusform>about %n min</numerusform>
            <numerusform>about %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>channels</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n a minute on each channel</source>
        <comment>answers or acts</comment>
        <translation>
            <numerusform>up to %n a minute on each channel</numerusform>
            <numerusform>up to %n a minute on each channel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n threads become one</source>
        <translation>
            <numerusform>{name}: %n thread becomes one</numerusform>
            <numerusform>{name}: %n threads become one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{tag} taken off %n thread(s).</source>
        <translation>
            <numerusform>{tag} taken off %n thread.</numerusform>
            <numerusform>{tag} taken off %n threads.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>composer</name>
    <message numerus="yes">
        <source>%n byte(s) too long. Shorten it, or split it into parts.</source>
        <translation>
            <numerusform>%n byte too long. Shorten it, or split it into parts.</numerusform>
            <numerusform>%n bytes too long. Shorten it, or split it into parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long. Shorten it, or split it into parts.</source>
        <translation>
            <numerusform>%n character too long. Shorten it, or split it into parts.</numerusform>
            <numerusform>%n characters too long. Shorten it, or split it into parts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer all (%n)</source>
        <translation>
            <numerusform>Answer all (%n)</numerusform>
            <numerusform>Answer all (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer to %n people</source>
        <translation>
            <numerusform>Answer to %n person</numerusform>
            <numerusform>Answer to %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fill %n blank(s)</source>
        <translation>
            <numerusform>Fill %n blank</numerusform>
            <numerusform>Fill %n blanks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n part(s)</source>
        <translation>
            <numerusform>Send %n part</numerusform>
            <numerusform>Send %n parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n part(s) and done</source>
        <translation>
            <numerusform>Send %n part and done</numerusform>
            <numerusform>Send %n parts and done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write to %n people, or / for a saved reply</source>
        <translation>
            <numerusform>Write to %n person, or / for a saved reply</numerusform>
            <numerusform>Write to %n people, or / for a saved reply</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{channel} takes %n picture(s). Remove the others to send.</source>
        <translation>
            <numerusform>{channel} takes %n picture. Remove the others to send.</numerusform>
            <numerusform>{channel} takes %n pictures. Remove the others to send.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>context</name>
    <message numerus="yes">
        <source>%n character(s) too many for a memo.</source>
        <translation>
            <numerusform>%n character too many for a memo.</numerusform>
            <numerusform>%n characters too many for a memo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier version(s)</source>
        <translation>
            <numerusform>%n earlier version</numerusform>
            <numerusform>%n earlier versions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s) for threads like this</source>
        <translation>
            <numerusform>used %n time for threads like this</numerusform>
            <numerusform>used %n times for threads like this</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>conversation</name>
    <message numerus="yes">
        <source>%n answer(s) wait.</source>
        <comment>for a new sign-in</comment>
        <translation>
            <numerusform>%n answer waits.</numerusform>
            <numerusform>%n answers wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <comment>what was done in the team</comment>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n reaction</numerusform>
            <numerusform>%n reactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repost(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n repost</numerusform>
            <numerusform>%n reposts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <comment>of a place</comment>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n share</numerusform>
            <numerusform>%n shares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n view</numerusform>
            <numerusform>%n views</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>drag</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are done.</source>
        <translation>
            <numerusform>%n thread is done.</numerusform>
            <numerusform>%n threads are done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are nobody’s now.</source>
        <translation>
            <numerusform>%n thread is nobody’s now.</numerusform>
            <numerusform>%n threads are nobody’s now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are yours.</source>
        <translation>
            <numerusform>%n thread is yours.</numerusform>
            <numerusform>%n threads are yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n thread(s) to nobody</source>
        <translation>
            <numerusform>Give %n thread to nobody</numerusform>
            <numerusform>Give %n threads to nobody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n thread(s) to you</source>
        <translation>
            <numerusform>Give %n thread to you</numerusform>
            <numerusform>Give %n threads to you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n thread(s) done</source>
        <translation>
            <numerusform>Mark %n thread done</numerusform>
            <numerusform>Mark %n threads done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n thread(s) …</source>
        <translation>
            <numerusform>Snooze %n thread …</numerusform>
            <numerusform>Snooze %n threads …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message numerus="yes">
        <source>%n more: type to find them</source>
        <comment>values of a field</comment>
        <translation>
            <numerusform>%n more: type to find it</numerusform>
            <numerusform>%n more: type to find them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hours</name>
    <message numerus="yes">
        <source>%n field(s) cannot be read yet. What counts stays as it was.</source>
        <translation>
            <numerusform>%n field cannot be read yet. What counts stays as it was.</numerusform>
            <numerusform>%n fields cannot be read yet. What counts stays as it was.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are no longer late.</source>
        <translation>
            <numerusform>%n thread is no longer late.</numerusform>
            <numerusform>%n threads are no longer late.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) become late when you save.</source>
        <translation>
            <numerusform>%n thread becomes late when you save.</numerusform>
            <numerusform>%n threads become late when you save.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) under it</source>
        <translation>
            <numerusform>%n waits under it</numerusform>
            <numerusform>%n wait under it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>library</name>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>saved replies</comment>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>saved replies</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) have no place in CSV; JSON takes them along.</source>
        <translation>
            <numerusform>%n picture has no place in CSV; JSON takes it along.</numerusform>
            <numerusform>%n pictures have no place in CSV; JSON takes them along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) refused</source>
        <translation>
            <numerusform>%n row refused</numerusform>
            <numerusform>%n rows refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved reply(s) imported.</source>
        <translation>
            <numerusform>%n saved reply imported.</numerusform>
            <numerusform>%n saved replies imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved reply(s) written to {file}.</source>
        <translation>
            <numerusform>%n saved reply written to {file}.</numerusform>
            <numerusform>%n saved replies written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <comment>saved replies</comment>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n picture(s) go with a saved reply. Remove the others.</source>
        <translation>
            <numerusform>At most %n picture goes with a saved reply. Remove the others.</numerusform>
            <numerusform>At most %n pictures go with a saved reply. Remove the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n day(s)</source>
        <translation>
            <numerusform>For %n day</numerusform>
            <numerusform>For %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n hour(s)</source>
        <translation>
            <numerusform>For %n hour</numerusform>
            <numerusform>For %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n</source>
        <comment>saved replies</comment>
        <translation>
            <numerusform>Import %n</numerusform>
            <numerusform>Import %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used %n time(s)</source>
        <translation>
            <numerusform>Used once</numerusform>
            <numerusform>Used %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>macros</name>
    <message numerus="yes">
        <source>%n blank(s) to fill first; the rest is done when you send.</source>
        <translation>
            <numerusform>%n blank to fill first; the rest is done when you send.</numerusform>
            <numerusform>%n blanks to fill first; the rest is done when you send.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>snooze for %n day(s)</source>
        <translation>
            <numerusform>snooze for %n day</numerusform>
            <numerusform>snooze for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>snooze for %n hour(s)</source>
        <translation>
            <numerusform>snooze for %n hour</numerusform>
            <numerusform>snooze for %n hours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message numerus="yes">
        <source>%n for you</source>
        <translation>
            <numerusform>%n for you</numerusform>
            <numerusform>%n for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in your views</source>
        <translation>
            <numerusform>%n new in your views</numerusform>
            <numerusform>%n new in your views</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>order</name>
    <message numerus="yes">
        <source> and %n more</source>
        <comment>threads</comment>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n thread(s) would stay where they are.</source>
        <translation>
            <numerusform>The first thread would stay where it is.</numerusform>
            <numerusform>The first %n threads would stay where they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n let through</source>
        <comment>threads</comment>
        <translation>
            <numerusform>%n let through</numerusform>
            <numerusform>%n let through</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved up</source>
        <comment>threads that stand further up than their due time</comment>
        <translation>
            <numerusform>%n moved up</numerusform>
            <numerusform>%n moved up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new above</source>
        <comment>threads that wait above the list</comment>
        <translation>
            <numerusform>%n new above</numerusform>
            <numerusform>%n new above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n or more found</source>
        <translation>
            <numerusform>%n or more found</numerusform>
            <numerusform>%n or more found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <comment>the head of the reviews with so many stars</comment>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Filter, %n in force</source>
        <translation>
            <numerusform>Filter, %n in force</numerusform>
            <numerusform>Filter, %n in force</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing matches %n filter(s).</source>
        <translation>
            <numerusform>Nothing matches %n filter.</numerusform>
            <numerusform>Nothing matches %n filters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>recipients</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>people a mail went to</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message numerus="yes">
        <source>%n answer(s) or call(s) can only be stopped as far as they have not left yet.</source>
        <translation>
            <numerusform>%n answer or call can only be stopped if it has not left yet.</numerusform>
            <numerusform>%n answers or calls can only be stopped as far as they have not left yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more would fit, but a rule before it asks no rule after itself.</source>
        <translation>
            <numerusform>%n more would fit, but a rule before it asks no rule after itself.</numerusform>
            <numerusform>%n more would fit, but a rule before it asks no rule after itself.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would have been acknowledged.</source>
        <translation>
            <numerusform>%n of them would have been acknowledged.</numerusform>
            <numerusform>%n of them would have been acknowledged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) can be taken. They are off until you tried them.</source>
        <translation>
            <numerusform>%n rule can be taken. It is off until you tried it.</numerusform>
            <numerusform>%n rules can be taken. They are off until you tried them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) imported.</source>
        <translation>
            <numerusform>%n rule imported.</numerusform>
            <numerusform>%n rules imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) written to {file}.</source>
        <translation>
            <numerusform>%n rule written to {file}.</numerusform>
            <numerusform>%n rules written to {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in {threads} threads can be taken back.</source>
        <translation>
            <numerusform>%n thing can be taken back, in threads: {threads}.</numerusform>
            <numerusform>%n things can be taken back, in threads: {threads}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in 7 days</source>
        <translation>
            <numerusform>%n time in 7 days</numerusform>
            <numerusform>%n times in 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more that cannot be taken.</source>
        <translation>
            <numerusform>And %n more that cannot be taken.</numerusform>
            <numerusform>And %n more that cannot be taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In the last %n day(s) it would have touched {touched} of {looked}: {share} %.</source>
        <translation>
            <numerusform>In the last day it would have touched {touched} of {looked}: {share} %.</numerusform>
            <numerusform>In the last %n days it would have touched {touched} of {looked}: {share} %.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing of the kind it waits for happened in the last %n day(s).</source>
        <translation>
            <numerusform>Nothing of the kind it waits for happened in the last day.</numerusform>
            <numerusform>Nothing of the kind it waits for happened in the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rules would bring it about %n time(s) more by what they do.</source>
        <translation>
            <numerusform>Rules would bring it about %n time more by what they do.</numerusform>
            <numerusform>Rules would bring it about %n times more by what they do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n rule(s)</source>
        <translation>
            <numerusform>Take %n rule</numerusform>
            <numerusform>Take %n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>That ends after five: %n time(s) nothing would be done any more.</source>
        <translation>
            <numerusform>That ends after five: %n time nothing would be done any more.</numerusform>
            <numerusform>That ends after five: %n times nothing would be done any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rule does its work on what happened in the last %n day(s), as if it happened now: {touched} of them, as listed. Undo takes it back, but for what has left by then.</source>
        <translation>
            <numerusform>The rule does its work on what happened in the last day, as if it happened now: {touched} of them, as listed. Undo takes it back, but for what has left by then.</numerusform>
            <numerusform>The rule does its work on what happened in the last %n days, as if it happened now: {touched} of them, as listed. Undo takes it back, but for what has left by then.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>saved_replies</name>
    <message numerus="yes">
        <source>%n blank(s) to fill before sending</source>
        <translation>
            <numerusform>%n blank to fill before sending</numerusform>
            <numerusform>%n blanks to fill before sending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filled from this conversation</source>
        <comment>blanks of a saved reply</comment>
        <translation>
            <numerusform>%n filled from this conversation</numerusform>
            <numerusform>%n filled from this conversation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) go with it</source>
        <translation>
            <numerusform>%n picture goes with it</numerusform>
            <numerusform>%n pictures go with it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>used %n time</numerusform>
            <numerusform>used %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sentence</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n follower</numerusform>
            <numerusform>%n followers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message numerus="yes">
        <source>%n picture(s), {size} of at most {most}.</source>
        <translation>
            <numerusform>%n picture, {size} of at most {most}.</numerusform>
            <numerusform>%n pictures, {size} of at most {most}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s), {on} of them on.</source>
        <translation>
            <numerusform>%n rule, {on} of them on.</numerusform>
            <numerusform>%n rules, {on} of them on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n permission(s) missing. The card says which.</source>
        <translation>
            <numerusform>{name}: one permission is missing. The card says which.</numerusform>
            <numerusform>{name}: %n permissions are missing. The card says which.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message numerus="yes">
        <source>%n answer(s) and act(s) for many have not left</source>
        <translation>
            <numerusform>%n answer or act for many has not left</numerusform>
            <numerusform>%n answers and acts for many have not left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) can still be taken back</source>
        <translation>
            <numerusform>%n answer can still be taken back</numerusform>
            <numerusform>%n answers can still be taken back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) cannot be saved</source>
        <translation>
            <numerusform>%n draft cannot be saved</numerusform>
            <numerusform>%n drafts cannot be saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) with everything that was written in them go, with your answers, notes and drafts, and the copies of the workspace file that were made before. Nobody can bring them back. What the networks keep stays there.</source>
        <translation>
            <numerusform>%n thread with everything that was written in it goes, with your answers, notes and drafts, and the copies of the workspace file that were made before. Nobody can bring it back. What the networks keep stays there.</numerusform>
            <numerusform>%n threads with everything that was written in them go, with your answers, notes and drafts, and the copies of the workspace file that were made before. Nobody can bring them back. What the networks keep stays there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) copied as a table.</source>
        <translation>
            <numerusform>%n time copied as a table.</numerusform>
            <numerusform>%n times copied as a table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All of it is here: %n message(s).</source>
        <translation>
            <numerusform>All of it is here: one message.</numerusform>
            <numerusform>All of it is here: %n messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Away from {start} to {end}: %n message(s) came in afterwards.</source>
        <translation>
            <numerusform>Away from {start} to {end}: one message came in afterwards.</numerusform>
            <numerusform>Away from {start} to {end}: %n messages came in afterwards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep working: %n reply(ies) wait in the outbox and go out when you are back.</source>
        <translation>
            <numerusform>Keep working: %n reply waits in the outbox and goes out when you are back.</numerusform>
            <numerusform>Keep working: %n replies wait in the outbox and go out, in order, when you are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The gap is filled: %n message(s) came in that you had not seen.</source>
        <translation>
            <numerusform>The gap is filled: one message came in that you had not seen.</numerusform>
            <numerusform>The gap is filled: %n messages came in that you had not seen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sign-in ends in %n day(s). Sign in again before then, and nothing stops.</source>
        <translation>
            <numerusform>The sign-in ends in one day. Sign in again before then, and nothing stops.</numerusform>
            <numerusform>The sign-in ends in %n days. Sign in again before then, and nothing stops.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You answered %n person(s) today.</source>
        <translation>
            <numerusform>You answered %n person today.</numerusform>
            <numerusform>You answered %n people today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shield</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of this thread, the first since {moment}.</source>
        <comment>kept messages</comment>
        <translation>
            <numerusform>%n of this thread, since {moment}.</numerusform>
            <numerusform>%n of this thread, the first since {moment}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other message(s) of this account were kept, too.</source>
        <translation>
            <numerusform>%n other message of this account was kept, too.</numerusform>
            <numerusform>%n other messages of this account were kept, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shielded</source>
        <comment>threads on a post that are kept out of sight</comment>
        <translation>
            <numerusform>%n shielded</numerusform>
            <numerusform>%n shielded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) put on the list.</source>
        <translation>
            <numerusform>%n word put on the list.</numerusform>
            <numerusform>%n words put on the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each kept message stays here as it was received for %n days, in case of a report.</source>
        <translation>
            <numerusform>Each kept message stays here as it was received for %n day, in case of a report.</numerusform>
            <numerusform>Each kept message stays here as it was received for %n days, in case of a report.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have opened %n of these today.</source>
        <translation>
            <numerusform>You have opened %n of these today.</numerusform>
            <numerusform>You have opened %n of these today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tags</name>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) have it under the new name then.</source>
        <translation>
            <numerusform>%n thread has it under the new name then.</numerusform>
            <numerusform>%n threads have it under the new name then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is taken off %n thread(s); the threads stay. Undo (Z) puts it back.</source>
        <translation>
            <numerusform>It is taken off %n thread; the thread stays. Undo (Z) puts it back.</numerusform>
            <numerusform>It is taken off %n threads; the threads stay. Undo (Z) puts it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” is deleted; %n thread(s) had it.</source>
        <translation>
            <numerusform>“{tag}” is deleted; %n thread had it.</numerusform>
            <numerusform>“{tag}” is deleted; %n threads had it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>why</name>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n follower</numerusform>
            <numerusform>%n followers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of others</source>
        <translation>
            <numerusform>%n message of others</numerusform>
            <numerusform>%n messages of others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without an answer</source>
        <translation>
            <numerusform>%n message without an answer</numerusform>
            <numerusform>%n messages without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <comment>minutes</comment>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other conversation(s) in two days</source>
        <translation>
            <numerusform>%n other conversation in two days</numerusform>
            <numerusform>%n other conversations in two days</numerusform>
        </translation>
    </message>
</context>
</TS>
