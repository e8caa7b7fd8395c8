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
        <source>Almost there. %n permission(s) missing.</source>
        <translation>
            <numerusform>Almost there. One permission is missing.</numerusform>
            <numerusform>Almost there. %n permissions are missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The messages of the last %n day(s) are coming in.</source>
        <translation>
            <numerusform>The messages of the last day are coming in.</numerusform>
            <numerusform>The messages of the last %n days are coming in.</numerusform>
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
</context>
<context>
    <name>context</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>conversation</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <comment>what was done in the team</comment>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
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
    <name>queue</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>threads that wait above the list</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
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
        <source>used %n time(s)</source>
        <translation>
            <numerusform>used %n time</numerusform>
            <numerusform>used %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message numerus="yes">
        <source>%n thread(s) with everything that was written in them go, with your answers, notes and drafts, and the copies of the workspace file that were made before. Nobody can bring them back. What the networks keep stays there.</source>
        <translation>
            <numerusform>%n thread with everything that was written in it goes, with your answers, notes and drafts, and the copies of the workspace file that were made before. Nobody can bring it back. What the networks keep stays there.</numerusform>
            <numerusform>%n threads with everything that was written in them go, with your answers, notes and drafts, and the copies of the workspace file that were made before. Nobody can bring them back. What the networks keep stays there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep working: %n reply(ies) wait in the outbox and go out when you are back.</source>
        <translation>
            <numerusform>Keep working: %n reply waits in the outbox and goes out when you are back.</numerusform>
            <numerusform>Keep working: %n replies wait in the outbox and go out, in order, when you are back.</numerusform>
        </translation>
    </message>
</context>
</TS>
