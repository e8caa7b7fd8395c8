<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AssignPicker</name>
    <message>
        <source>Assign to</source>
        <translation>Confier à</translation>
    </message>
    <message>
        <source>Assign to …</source>
        <translation>Confier à …</translation>
    </message>
    <message>
        <source>Internal note for whom it is given to</source>
        <translation>Note interne pour la personne à qui le fil est confié</translation>
    </message>
    <message>
        <source>Nobody in the team has this name.</source>
        <translation>Personne dans l’équipe ne porte ce nom.</translation>
    </message>
    <message>
        <source>Note for them (Tab, optional)</source>
        <translation>Note à son intention (Tab, facultatif)</translation>
    </message>
</context>
<context>
    <name>AtBrowser</name>
    <message>
        <source>SocialDesk goes on by itself. You can close this tab.</source>
        <translation>SocialDesk continue de lui-même. Vous pouvez fermer cet onglet.</translation>
    </message>
    <message>
        <source>There is no answer in this address. Copy all of it from where the browser shows it.</source>
        <translation>Il n’y a pas de réponse dans cette adresse. Copiez-la en entier là où le navigateur l’affiche.</translation>
    </message>
    <message>
        <source>This address belongs to another sign-in. Copy the one the browser shows now.</source>
        <translation>Cette adresse appartient à une autre connexion. Copiez celle que le navigateur affiche maintenant.</translation>
    </message>
    <message>
        <source>This is not the answer SocialDesk waits for. Go on in SocialDesk.</source>
        <translation>Ce n’est pas la réponse que SocialDesk attend. Continuez dans SocialDesk.</translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message>
        <source>Away until</source>
        <translation>Absent jusqu’à</translation>
    </message>
    <message>
        <source>Away until %1</source>
        <comment>%1: a moment such as Sat 09:00</comment>
        <translation>Absent jusqu’à %1</translation>
    </message>
    <message>
        <source>Day and time you are back</source>
        <translation>Jour et heure de votre retour</translation>
    </message>
    <message>
        <source>Nothing is given to you by itself meanwhile.</source>
        <translation>Rien ne vous est confié automatiquement d’ici là.</translation>
    </message>
    <message>
        <source>Try “in 2 hours” or “lundi 9h”</source>
        <translation>Essayez «&#x202f;dans 2 h&#x202f;» ou «&#x202f;lundi 9h&#x202f;»</translation>
    </message>
    <message>
        <source>Until I am back</source>
        <translation>Jusqu’à mon retour</translation>
    </message>
</context>
<context>
    <name>BrowserPage</name>
    <message>
        <source>Browser</source>
        <translation>Navigateur</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy its address</source>
        <translation>Copier son adresse</translation>
    </message>
    <message>
        <source>Copy the address into a browser, sign in to %1 there and allow the access.</source>
        <comment>%1: a platform</comment>
        <translation>Copiez l’adresse dans un navigateur, connectez-vous à %1 et autorisez l’accès.</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Rouvrir la page</translation>
    </message>
    <message>
        <source>Sign in to %1 there and allow the access.</source>
        <comment>%1: a platform</comment>
        <translation>Connectez-vous à %1 dans le navigateur et autorisez l’accès.</translation>
    </message>
    <message>
        <source>The address of the page you end on</source>
        <translation>L’adresse de la page où vous arrivez</translation>
    </message>
    <message>
        <source>The browser did not come back? Paste the address it shows.</source>
        <translation>Le navigateur n’est pas revenu&#x202f;? Collez l’adresse qu’il affiche.</translation>
    </message>
    <message>
        <source>The page you end on may look empty or broken. Copy its address and paste it here.</source>
        <translation>La page où vous arrivez peut sembler vide ou cassée. Copiez son adresse et collez-la ici.</translation>
    </message>
    <message>
        <source>This window goes on by itself. It waits for 10 minutes.</source>
        <translation>Cette fenêtre continue d’elle-même. Elle attend 10 minutes.</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>En attente du navigateur</translation>
    </message>
    <message>
        <source>Your browser could not be opened.</source>
        <translation>Votre navigateur n’a pas pu être ouvert.</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message numerus="yes">
        <source>Access lasts %n day(s). SocialDesk reminds you a week before it ends.</source>
        <translation>
            <numerusform>L’accès dure %n jour. SocialDesk vous prévient une semaine avant la fin.</numerusform>
            <numerusform>L’accès dure %n jours. SocialDesk vous prévient une semaine avant la fin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Accordé</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Autorisations</translation>
    </message>
</context>
<context>
    <name>ChoicePicker</name>
    <message>
        <source>Nothing here has this name.</source>
        <translation>Rien ici ne porte ce nom.</translation>
    </message>
</context>
<context>
    <name>ChoosePage</name>
    <message>
        <source>Cannot be connected</source>
        <translation>Ne peuvent pas être connectés</translation>
    </message>
    <message>
        <source>Find a network</source>
        <translation>Trouver un réseau</translation>
    </message>
    <message>
        <source>No network has “%1” in its name or in what can be read there.</source>
        <comment>%1: what was typed</comment>
        <translation>Aucun réseau n’a «&#x202f;%1&#x202f;» dans son nom ou dans ce qu’on peut y lire.</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plateformes</translation>
    </message>
</context>
<context>
    <name>ConnectWizard</name>
    <message>
        <source>%1 is connected</source>
        <comment>%1: a platform</comment>
        <translation>%1 est connecté</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) are connected</source>
        <translation>
            <numerusform>%n compte est connecté</numerusform>
            <numerusform>%n comptes sont connectés</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow it</source>
        <translation>L’autoriser</translation>
    </message>
    <message numerus="yes">
        <source>Almost there. %n permission(s) missing.</source>
        <translation>
            <numerusform>Presque fini. Il manque %n autorisation.</numerusform>
            <numerusform>Presque fini. Il manque %n autorisations.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a platform first.</source>
        <translation>Choisissez d’abord une plateforme.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message numerus="yes">
        <source>Connect %n account(s)</source>
        <translation>
            <numerusform>Connecter %n compte</numerusform>
            <numerusform>Connecter %n comptes</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>Connected already</source>
        <translation>Déjà connecté</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue without</source>
        <translation>Continuer sans</translation>
    </message>
    <message>
        <source>Don&apos;t use it</source>
        <translation>Ne pas l’utiliser</translation>
    </message>
    <message>
        <source>Each one becomes a channel of its own. You can add the others later.</source>
        <translation>Chacun devient un canal à part. Vous pourrez ajouter les autres plus tard.</translation>
    </message>
    <message>
        <source>Everything it needs is allowed.</source>
        <translation>Tout ce qu’il faut est autorisé.</translation>
    </message>
    <message>
        <source>Fill the gap</source>
        <translation>Combler le manque</translation>
    </message>
    <message>
        <source>First download</source>
        <translation>Premier chargement</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Voir la file</translation>
    </message>
    <message>
        <source>I only want to look around</source>
        <translation>Je veux seulement jeter un œil</translation>
    </message>
    <message>
        <source>Nothing came in since {moment}. Afterwards SocialDesk fetches what it missed.</source>
        <translation>Rien n’est arrivé depuis {moment}. SocialDesk va ensuite chercher ce qui a manqué.</translation>
    </message>
    <message>
        <source>Nothing is sent without a person pressing Send.</source>
        <translation>Rien ne part sans que quelqu’un appuie sur Envoyer.</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Ouvrir le navigateur</translation>
    </message>
    <message>
        <source>Opening the demo network …</source>
        <translation>Ouverture du réseau de démonstration …</translation>
    </message>
    <message>
        <source>Pick at least one account.</source>
        <translation>Choisissez au moins un compte.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Sign in again as {handle}</source>
        <translation>Se reconnecter en tant que {handle}</translation>
    </message>
    <message>
        <source>Sign in there, or paste the address first.</source>
        <translation>Connectez-vous là-bas, ou collez d’abord l’adresse.</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <comment>%1: a platform</comment>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <comment>%1: an account</comment>
        <translation>Connecté en tant que %1</translation>
    </message>
    <message>
        <source>Still empty: %1</source>
        <comment>%1: names of fields</comment>
        <translation>Encore vide&#x202f;: %1</translation>
    </message>
    <message numerus="yes">
        <source>The messages of the last %n day(s) are coming in.</source>
        <translation>
            <numerusform>Les messages du dernier jour arrivent.</numerusform>
            <numerusform>Les messages des %n derniers jours arrivent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This sign-in opens %n account(s).</source>
        <translation>
            <numerusform>Cette connexion ouvre %n compte.</numerusform>
            <numerusform>Cette connexion ouvre %n comptes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Threads and answers stay as they are.</source>
        <translation>Les fils et les réponses restent tels quels.</translation>
    </message>
    <message>
        <source>Use the connector for %1?</source>
        <comment>%1: a platform</comment>
        <translation>Utiliser le connecteur pour %1&#x202f;?</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Utiliser cette adresse</translation>
    </message>
    <message>
        <source>What came in since {moment} is fetched now.</source>
        <translation>Ce qui est arrivé depuis {moment} est chargé maintenant.</translation>
    </message>
    <message>
        <source>What this sign-in opens is a channel here already. Nothing was changed.</source>
        <translation>Ce que cette connexion ouvre est déjà un canal ici. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>What you type there SocialDesk never sees.</source>
        <translation>Ce que vous y saisissez, SocialDesk ne le voit jamais.</translation>
    </message>
    <message>
        <source>Where do people talk to you?</source>
        <translation>Où vous écrit-on&#x202f;?</translation>
    </message>
    <message>
        <source>You can add more later. Each card says what SocialDesk can read and answer there.</source>
        <translation>Vous pourrez en ajouter d’autres plus tard. Chaque carte dit ce que SocialDesk peut y lire et à quoi il peut y répondre.</translation>
    </message>
    <message>
        <source>{handle} is signed in again</source>
        <translation>{handle} est de nouveau connecté</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message numerus="yes">
        <source>%n over</source>
        <comment>characters beyond the limit of the platform</comment>
        <translation>
            <numerusform>%n de trop</numerusform>
            <numerusform>%n de trop</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DownloadPage</name>
    <message>
        <source>Disconnect at any time in the channel&apos;s menu; it says what stays.</source>
        <translation>Vous pouvez déconnecter le canal à tout moment depuis son menu&#x202f;; il dit ce qui reste.</translation>
    </message>
    <message>
        <source>Messages so far: %1</source>
        <translation>Messages reçus&#x202f;: %1</translation>
    </message>
    <message>
        <source>Old messages come in as read and without clocks, so nobody starts late.</source>
        <translation>Les anciens messages arrivent lus et sans délai de réponse&#x202f;: personne ne commence en retard.</translation>
    </message>
    <message>
        <source>The newest come first, and the queue can be used at once.</source>
        <translation>Les plus récents arrivent d’abord, et la file est utilisable tout de suite.</translation>
    </message>
</context>
<context>
    <name>EngineProcess</name>
    <message>
        <source>A newer SocialDesk works in this workspace now, so this window reads and sends no more. Close it and start SocialDesk anew; what you gave is kept.</source>
        <translation>Un SocialDesk plus récent travaille maintenant dans cet espace&#x202f;: cette fenêtre ne lit et n’envoie plus rien. Fermez-la et relancez SocialDesk&#x202f;; ce que vous avez confié est conservé.</translation>
    </message>
    <message>
        <source>Nothing more can be written: the disk is full or may only be read. Make room; what came and what you gave is kept, and reading and sending go on by themselves.</source>
        <translation>Plus rien ne peut être écrit&#x202f;: le disque est plein ou en lecture seule. Faites de la place&#x202f;; ce qui est arrivé et ce que vous avez confié est conservé, et la lecture et l’envoi reprennent d’eux-mêmes.</translation>
    </message>
    <message>
        <source>What talks to the networks keeps stopping. It is started again by itself; your answers are kept.</source>
        <translation>La partie qui parle aux réseaux s’arrête sans cesse. Elle redémarre d’elle-même&#x202f;; vos réponses sont conservées.</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>%1 (may be left empty)</source>
        <comment>%1: the name of a field</comment>
        <translation>%1 (facultatif)</translation>
    </message>
    <message>
        <source>Only one line fits here.</source>
        <translation>Une seule ligne tient ici.</translation>
    </message>
    <message>
        <source>Show what is typed: %1</source>
        <comment>%1: the name of a field</comment>
        <translation>Afficher la saisie&#x202f;: %1</translation>
    </message>
    <message>
        <source>This is not the address of a server. It looks like https://example.com.</source>
        <translation>Ce n’est pas l’adresse d’un serveur. Elle ressemble à https://example.com.</translation>
    </message>
</context>
<context>
    <name>Later</name>
    <message>
        <source>%1 in UTC.</source>
        <comment>%1: a moment such as Sat 09:00</comment>
        <translation>%1 en UTC.</translation>
    </message>
    <message>
        <source>Day and time it leaves</source>
        <translation>Jour et heure du départ</translation>
    </message>
    <message>
        <source>If they write before, it stops and asks you.</source>
        <translation>Si la personne écrit avant, la réponse s’arrête et vous demande.</translation>
    </message>
    <message>
        <source>Leaves %1</source>
        <comment>%1: a moment such as Sat 09:00</comment>
        <translation>Départ&#x202f;: %1</translation>
    </message>
    <message>
        <source>Pick a moment</source>
        <translation>Choisir un moment</translation>
    </message>
    <message>
        <source>Send %1</source>
        <comment>%1: a moment such as Sat 09:00</comment>
        <translation>Envoyer %1</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Envoyer plus tard</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Block a person</source>
        <translation>Bloquer une personne</translation>
    </message>
    <message>
        <source>Correct our answer: {words}</source>
        <translation>Corriger notre réponse&#x202f;: {words}</translation>
    </message>
    <message>
        <source>Delete a message</source>
        <translation>Supprimer un message</translation>
    </message>
    <message>
        <source>Delete what somebody else wrote</source>
        <translation>Supprimer ce que quelqu’un a écrit</translation>
    </message>
    <message>
        <source>Goes out by itself when the platform can be reached.</source>
        <translation>Part tout seul dès que la plateforme est joignable.</translation>
    </message>
    <message>
        <source>Goes out by itself: {moment}.</source>
        <comment>a time of day, or a day and a time</comment>
        <translation>Part tout seul&#x202f;: {moment}.</translation>
    </message>
    <message>
        <source>Goes out in a few seconds.</source>
        <translation>Part dans quelques secondes.</translation>
    </message>
    <message>
        <source>Held for undo</source>
        <translation>Retenu, annulable</translation>
    </message>
    <message>
        <source>Hide a message from the public</source>
        <translation>Masquer un message au public</translation>
    </message>
    <message>
        <source>It arrived</source>
        <comment>the answer did reach the platform</comment>
        <translation>Il est arrivé</translation>
    </message>
    <message>
        <source>It did not arrive</source>
        <translation>Il n’est pas arrivé</translation>
    </message>
    <message>
        <source>Leaves by itself</source>
        <translation>Part tout seul</translation>
    </message>
    <message>
        <source>Leaving now</source>
        <translation>En train de partir</translation>
    </message>
    <message>
        <source>Let a person in again</source>
        <translation>Débloquer une personne</translation>
    </message>
    <message>
        <source>Like a message</source>
        <translation>Aimer un message</translation>
    </message>
    <message>
        <source>Mute a thread there</source>
        <translation>Mettre un fil en sourdine là-bas</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>À vous d’agir</translation>
    </message>
    <message>
        <source>Nobody knows whether it arrived. Look on the platform, then say so here.</source>
        <translation>On ne sait pas s’il est arrivé. Regardez sur la plateforme, puis dites-le ici.</translation>
    </message>
    <message>
        <source>On its way to the platform.</source>
        <translation>En route vers la plateforme.</translation>
    </message>
    <message>
        <source>Open thread</source>
        <translation>Ouvrir le fil</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Issue inconnue</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Report a message</source>
        <translation>Signaler un message</translation>
    </message>
    <message>
        <source>Show a message to the public again</source>
        <translation>Montrer de nouveau un message au public</translation>
    </message>
    <message>
        <source>Something changed since you wrote it. Read the thread, then send it or take it back.</source>
        <translation>Quelque chose a changé depuis que vous l’avez écrit. Lisez le fil, puis envoyez ou reprenez.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Take a like back</source>
        <translation>Retirer un j’aime</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>The platform did not take it. Open the thread to change it.</source>
        <translation>La plateforme ne l’a pas accepté. Ouvrez le fil pour le modifier.</translation>
    </message>
    <message>
        <source>Unmute a thread there</source>
        <translation>Lever la sourdine d’un fil là-bas</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>has not left yet</comment>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Waiting for network</source>
        <translation>En attente du réseau</translation>
    </message>
    <message>
        <source>{channel} is paused. It goes out when the channel goes on.</source>
        <translation>{channel} est en pause. Cela part quand le canal reprend.</translation>
    </message>
    <message>
        <source>{channel} wants a new sign-in. It goes out after that.</source>
        <translation>{channel} demande une nouvelle connexion. Cela part ensuite.</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Answers that have not left</source>
        <translation>Réponses qui ne sont pas parties</translation>
    </message>
    <message>
        <source>Needs you: %1</source>
        <translation>À vous d’agir&#x202f;: %1</translation>
    </message>
    <message>
        <source>Nothing waits here. Every answer has left.</source>
        <translation>Rien n’attend ici. Toutes les réponses sont parties.</translation>
    </message>
    <message>
        <source>Open thread (Enter)</source>
        <translation>Ouvrir le fil (Entrée)</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Reading the outbox …</source>
        <translation>Lecture de la boîte d’envoi …</translation>
    </message>
    <message>
        <source>Take back (Delete)</source>
        <translation>Reprendre (Suppr)</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Actions only</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Acts are on %1. Press to remove.</source>
        <translation>Les actions portent sur %1. Appuyez pour retirer.</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Aller à</translation>
    </message>
    <message>
        <source>More options</source>
        <translation>Autres choix</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Se déplacer</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>Impossible pour l’instant</translation>
    </message>
    <message>
        <source>Nothing fits. Esc clears what was typed.</source>
        <translation>Rien ne correspond. Échap efface la saisie.</translation>
    </message>
    <message>
        <source>On %1</source>
        <comment>%1: a contact or &apos;4 threads&apos;</comment>
        <translation>Sur %1</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>People only</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Remove: act on nothing</source>
        <translation>Retirer&#x202f;: n’agir sur rien</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Search acts, views, people, tags and saved replies</source>
        <translation>Chercher actions, vues, personnes, étiquettes et réponses types</translation>
    </message>
    <message>
        <source>Search or jump</source>
        <translation>Chercher ou aller à</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Tags only</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Ce qui correspond</translation>
    </message>
    <message>
        <source>Where it was written</source>
        <translation>Où cela a été écrit</translation>
    </message>
    <message>
        <source>key %1</source>
        <comment>%1: key names</comment>
        <translation>touche %1</translation>
    </message>
</context>
<context>
    <name>PeoplePicker</name>
    <message>
        <source>Find a contact by name</source>
        <translation>Trouver un contact par son nom</translation>
    </message>
    <message>
        <source>Nobody is called that.</source>
        <translation>Personne ne porte ce nom.</translation>
    </message>
    <message>
        <source>The same person as</source>
        <translation>La même personne que</translation>
    </message>
    <message>
        <source>Type the name of a contact.</source>
        <translation>Écrivez le nom d’un contact.</translation>
    </message>
</context>
<context>
    <name>PickPage</name>
    <message>
        <source>%1. Connected already.</source>
        <comment>%1: an account</comment>
        <translation>%1. Déjà connecté.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Pick all</source>
        <translation>Tout choisir</translation>
    </message>
    <message>
        <source>Pick none</source>
        <translation>Ne rien choisir</translation>
    </message>
</context>
<context>
    <name>Pickers</name>
    <message>
        <source>%1 (me)</source>
        <comment>%1: my name</comment>
        <translation>%1 (moi)</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <comment>threads of a member</comment>
        <translation>
            <numerusform>%n ouvert</numerusform>
            <numerusform>%n ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>Create tag “%1”</source>
        <comment>%1: what was typed</comment>
        <translation>Créer l’étiquette «&#x202f;%1&#x202f;»</translation>
    </message>
    <message>
        <source>Nobody</source>
        <comment>assign to nobody</comment>
        <translation>Personne</translation>
    </message>
    <message>
        <source>chosen now</source>
        <comment>for readers: this line is checked</comment>
        <translation>choisi</translation>
    </message>
    <message>
        <source>off shift</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>%1: the end of a shift</comment>
        <translation>jusqu’à %1</translation>
    </message>
</context>
<context>
    <name>PlatformCard</name>
    <message>
        <source>%1, cannot be connected</source>
        <comment>%1: a platform</comment>
        <translation>%1, ne peut pas être connecté</translation>
    </message>
</context>
<context>
    <name>Quiet</name>
    <message>
        <source>Be called again now</source>
        <translation>Recevoir à nouveau les avis</translation>
    </message>
    <message>
        <source>Day and time it ends</source>
        <translation>Jour et heure de la fin</translation>
    </message>
    <message>
        <source>No notices until then. What gathers is one summary after.</source>
        <translation>Aucune notification jusque-là. Ce qui s’accumule fait un seul résumé après.</translation>
    </message>
    <message>
        <source>Pick a moment</source>
        <translation>Choisissez un moment</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silence jusqu’à</translation>
    </message>
    <message>
        <source>Quiet until %1</source>
        <comment>%1: a moment such as Sat 09:00</comment>
        <translation>Silence jusqu’à %1</translation>
    </message>
    <message>
        <source>Try “19:00” or “demain 9h”</source>
        <translation>Essayez «&#x202f;19h&#x202f;» ou «&#x202f;demain 9h&#x202f;»</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Check access</source>
        <translation>Vérifier l’accès</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>First download</source>
        <translation>Premier chargement</translation>
    </message>
    <message>
        <source>Pick accounts</source>
        <translation>Choisir les comptes</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Your sign-in stays in this computer&apos;s keychain. You can remove it at any time.</source>
        <translation>Vos accès restent dans le trousseau de cet ordinateur. Vous pouvez les retirer à tout moment.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>now</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>à venir</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message>
        <source>How far back the first download goes</source>
        <translation>Jusqu’où remonte le premier chargement</translation>
    </message>
    <message>
        <source>Open that page on %1</source>
        <comment>%1: a platform</comment>
        <translation>Ouvrir cette page sur %1</translation>
    </message>
    <message>
        <source>How to sign in</source>
        <translation>Façon de se connecter</translation>
    </message>
    <message>
        <source>The platform&apos;s turn. Nothing was changed; try again later.</source>
        <translation>C’est à la plateforme. Rien n’a été modifié&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>The turn of an admin of the account.</source>
        <translation>C’est à un administrateur du compte.</translation>
    </message>
    <message>
        <source>This takes a few seconds.</source>
        <translation>Cela prend quelques secondes.</translation>
    </message>
    <message>
        <source>Waiting for %1 …</source>
        <comment>%1: the name of a server</comment>
        <translation>En attente de %1 …</translation>
    </message>
    <message>
        <source>Your turn: change what is needed and try again.</source>
        <translation>À vous&#x202f;: corrigez ce qu’il faut et réessayez.</translation>
    </message>
</context>
<context>
    <name>Snooze</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 j</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>An answer is due %1, before it comes back.</source>
        <comment>%1: a moment such as Sat 09:00</comment>
        <translation>Une réponse est due %1, avant son retour.</translation>
    </message>
    <message>
        <source>An answer is due %1.</source>
        <translation>Une réponse est due %1.</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>Dans 1 heure</translation>
    </message>
    <message>
        <source>Next working day</source>
        <translation>Prochain jour ouvré</translation>
    </message>
    <message>
        <source>Pick a day and time</source>
        <translation>Choisir un jour et une heure</translation>
    </message>
    <message>
        <source>The reply clock keeps running.</source>
        <translation>Le délai de réponse continue de courir.</translation>
    </message>
    <message>
        <source>This evening</source>
        <translation>Ce soir</translation>
    </message>
    <message>
        <source>This one is already %1 late.</source>
        <comment>%1: a span such as 12 min</comment>
        <translation>Ce fil a déjà %1 de retard.</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Demain matin</translation>
    </message>
    <message>
        <source>When they answer</source>
        <translation>Quand on me répond</translation>
    </message>
</context>
<context>
    <name>SnoozePicker</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Day and time it comes back</source>
        <translation>Jour et heure de son retour</translation>
    </message>
    <message>
        <source>No moment to come is understood. Try “tue 3pm”, “demain matin” or “on 24/12 9h”.</source>
        <translation>Aucun moment à venir n’est compris. Essayez «&#x202f;mardi 15h&#x202f;», «&#x202f;demain matin&#x202f;» ou «&#x202f;le 24/12 9h&#x202f;».</translation>
    </message>
    <message>
        <source>Pick a moment that is still to come.</source>
        <translation>Choisissez un moment à venir.</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Snooze until %1</source>
        <comment>%1: a moment such as Sat 09:00</comment>
        <translation>Plus tard&#x202f;: %1</translation>
    </message>
    <message>
        <source>Try “in 2 hours” or “lundi 9h”</source>
        <translation>Essayez «&#x202f;dans 2 h&#x202f;» ou «&#x202f;lundi 9h&#x202f;»</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>Find or create a tag</source>
        <translation>Trouver ou créer une étiquette</translation>
    </message>
    <message>
        <source>No tags yet. Type a word to create the first.</source>
        <translation>Pas encore d’étiquette. Tapez un mot pour créer la première.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
</context>
<context>
    <name>UndoToast</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>A pretend shop with 240 conversations in English and French. No account, no network, nothing leaves this computer.</source>
        <translation>Une boutique fictive avec 240 conversations en anglais et en français. Sans compte, sans réseau&#x202f;: rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>Accessibilité</translation>
    </message>
    <message>
        <source>Bring in what people write to you. About three minutes each.</source>
        <translation>Faites venir ce qu’on vous écrit. Trois minutes environ par canal.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Comments, messages, mentions and reviews from all your channels, sorted by who waits longest.</source>
        <translation>Commentaires, messages, mentions et avis de tous vos canaux, triés par temps d’attente.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connecter</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>Every message, one calm queue</source>
        <translation>Tous les messages, une file sereine</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Light, dark, text size</source>
        <translation>Clair, sombre, taille du texte</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Ouvrir un espace de travail</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Ouvrir la démo</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Essayer la démo</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
    <message>
        <source>You have a SocialDesk folder already: a copy, or one from another computer.</source>
        <translation>Vous avez déjà un dossier SocialDesk&#x202f;: une copie, ou celui d’un autre ordinateur.</translation>
    </message>
</context>
<context>
    <name>acts</name>
    <message>
        <source>About SocialDesk</source>
        <translation>À propos de SocialDesk</translation>
    </message>
    <message>
        <source>Add a field about the contact</source>
        <translation>Ajouter un champ au contact</translation>
    </message>
    <message>
        <source>Answer all, or the writer alone</source>
        <translation>Répondre à tous, ou à l’auteur seul</translation>
    </message>
    <message>
        <source>Answer each with one text</source>
        <translation>Répondre à tous avec un texte</translation>
    </message>
    <message>
        <source>Answer through another channel…</source>
        <translation>Répondre par un autre canal…</translation>
    </message>
    <message>
        <source>Answer with the saved reply that fits best, and done</source>
        <translation>Répondre avec la réponse type la plus adaptée, et terminer</translation>
    </message>
    <message>
        <source>Apply new order</source>
        <translation>Appliquer le nouvel ordre</translation>
    </message>
    <message>
        <source>Approve: let the public see it</source>
        <translation>Approuver&#x202f;: le public peut la voir</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Me confier le fil</translation>
    </message>
    <message>
        <source>Assign to nobody</source>
        <translation>Ne confier à personne</translation>
    </message>
    <message>
        <source>Assign to…</source>
        <translation>Confier à…</translation>
    </message>
    <message>
        <source>Attach pictures…</source>
        <translation>Joindre des images…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Block this person…</source>
        <translation>Bloquer cette personne…</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Retirer les filtres</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy the times of this thread</source>
        <translation>Copier les délais de ce fil</translation>
    </message>
    <message>
        <source>Correct our answer…</source>
        <translation>Corriger notre réponse…</translation>
    </message>
    <message>
        <source>Delete our answer…</source>
        <translation>Supprimer notre réponse…</translation>
    </message>
    <message>
        <source>Delete the saved reply</source>
        <translation>Supprimer la réponse type</translation>
    </message>
    <message>
        <source>Delete this comment…</source>
        <translation>Supprimer ce commentaire…</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>Supprimer cette vue</translation>
    </message>
    <message>
        <source>Drop draft</source>
        <translation>Jeter le brouillon</translation>
    </message>
    <message>
        <source>Duplicate the saved reply</source>
        <translation>Dupliquer la réponse type</translation>
    </message>
    <message>
        <source>Duplicate this view…</source>
        <translation>Dupliquer cette vue…</translation>
    </message>
    <message>
        <source>Emoji…</source>
        <translation>Émojis…</translation>
    </message>
    <message>
        <source>Export saved replies…</source>
        <translation>Exporter les réponses types…</translation>
    </message>
    <message>
        <source>Filter…</source>
        <translation>Filtrer…</translation>
    </message>
    <message>
        <source>Find in this thread</source>
        <translation>Chercher dans ce fil</translation>
    </message>
    <message>
        <source>Forget this contact for good…</source>
        <translation>Oublier ce contact pour de bon…</translation>
    </message>
    <message>
        <source>Go back to the queue first.</source>
        <translation>Revenez d’abord à la file.</translation>
    </message>
    <message>
        <source>Go to Done</source>
        <translation>Aller à Terminés</translation>
    </message>
    <message>
        <source>Go to Mentions of me</source>
        <translation>Aller à Mentions de moi</translation>
    </message>
    <message>
        <source>Go to Mine</source>
        <translation>Aller à Mes fils</translation>
    </message>
    <message>
        <source>Go to Muted</source>
        <translation>Aller à En sourdine</translation>
    </message>
    <message>
        <source>Go to Outbox</source>
        <translation>Aller à la boîte d’envoi</translation>
    </message>
    <message>
        <source>Go to Rules</source>
        <translation>Aller aux règles</translation>
    </message>
    <message>
        <source>Go to Saved replies</source>
        <translation>Aller aux réponses types</translation>
    </message>
    <message>
        <source>Go to Sent</source>
        <translation>Aller à Envoyés</translation>
    </message>
    <message>
        <source>Go to Shielded</source>
        <translation>Aller aux protégés</translation>
    </message>
    <message>
        <source>Go to Snoozed</source>
        <translation>Aller à Plus tard</translation>
    </message>
    <message>
        <source>Go to Unassigned</source>
        <translation>Aller à Non confiés</translation>
    </message>
    <message>
        <source>Go to Waiting on contact</source>
        <translation>Aller à En attente du contact</translation>
    </message>
    <message>
        <source>Go to Whole team</source>
        <translation>Aller à Toute l’équipe</translation>
    </message>
    <message>
        <source>Go to a date in this thread…</source>
        <translation>Aller à une date dans ce fil…</translation>
    </message>
    <message>
        <source>Hide from the public…</source>
        <translation>Masquer au public…</translation>
    </message>
    <message>
        <source>Hide it</source>
        <comment>what is kept out of sight, also from the public</comment>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Hide it and block who wrote it</source>
        <translation>Masquer et bloquer l’auteur</translation>
    </message>
    <message>
        <source>I am away …</source>
        <translation>Je m’absente …</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>Je suis de retour</translation>
    </message>
    <message>
        <source>Ignore: the public does not see it</source>
        <translation>Ignorer&#x202f;: le public ne la voit pas</translation>
    </message>
    <message>
        <source>Import saved replies…</source>
        <translation>Importer des réponses types…</translation>
    </message>
    <message>
        <source>Insert saved reply {number} of those that fit</source>
        <translation>Insérer la réponse type {number} parmi celles qui conviennent</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Into the conversation</source>
        <translation>Entrer dans la conversation</translation>
    </message>
    <message>
        <source>It does not wait for approval.</source>
        <translation>Elle n’attend pas d’approbation.</translation>
    </message>
    <message>
        <source>It is done already.</source>
        <translation>Ce fil est déjà terminé.</translation>
    </message>
    <message>
        <source>It is muted already.</source>
        <translation>Il est déjà en sourdine.</translation>
    </message>
    <message>
        <source>It is nobody&apos;s already.</source>
        <translation>Ce fil n’est déjà à personne.</translation>
    </message>
    <message>
        <source>It is not done.</source>
        <translation>Ce fil n’est pas terminé.</translation>
    </message>
    <message>
        <source>It is not hidden.</source>
        <translation>Ce n’est pas masqué.</translation>
    </message>
    <message>
        <source>It is not muted.</source>
        <translation>Il n’est pas en sourdine.</translation>
    </message>
    <message>
        <source>It is yours already.</source>
        <translation>Ce fil est déjà à vous.</translation>
    </message>
    <message>
        <source>Keys for this place</source>
        <translation>Touches utilisables ici</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Let it through</source>
        <translation>Laisser passer</translation>
    </message>
    <message>
        <source>Let it through, and these words from now on</source>
        <translation>Laisser passer, et ces mots désormais</translation>
    </message>
    <message>
        <source>Let it through, and this person from now on</source>
        <translation>Laisser passer, et cette personne désormais</translation>
    </message>
    <message>
        <source>Let this person in again</source>
        <translation>Débloquer cette personne</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>Like and done</source>
        <translation>Aimer et terminer</translation>
    </message>
    <message>
        <source>Like the message</source>
        <translation>Aimer le message</translation>
    </message>
    <message>
        <source>Make a saved reply of this answer…</source>
        <translation>Faire une réponse type de cette réponse…</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>Marquer terminé</translation>
    </message>
    <message>
        <source>Mark read or unread</source>
        <translation>Marquer lu ou non lu</translation>
    </message>
    <message>
        <source>Merge with another thread of this person…</source>
        <translation>Fusionner avec un autre fil de cette personne…</translation>
    </message>
    <message>
        <source>Move this view down</source>
        <translation>Descendre cette vue</translation>
    </message>
    <message>
        <source>Move this view up</source>
        <translation>Monter cette vue</translation>
    </message>
    <message>
        <source>Mute this thread</source>
        <translation>Mettre ce fil en sourdine</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nouvelle règle</translation>
    </message>
    <message>
        <source>New rule for this contact</source>
        <translation>Nouvelle règle pour ce contact</translation>
    </message>
    <message>
        <source>New saved reply</source>
        <translation>Nouvelle réponse type</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Volet suivant</translation>
    </message>
    <message>
        <source>Next thread</source>
        <translation>Fil suivant</translation>
    </message>
    <message>
        <source>No filter is in force.</source>
        <translation>Aucun filtre n’est actif.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Rien n’est sélectionné.</translation>
    </message>
    <message>
        <source>Nothing of ours stands there, or this network does not let us correct it.</source>
        <translation>Rien de nous ne s’y trouve, ou ce réseau ne nous laisse pas le corriger.</translation>
    </message>
    <message>
        <source>Nothing of ours stands there, or this network does not let us delete it.</source>
        <translation>Rien de nous ne s’y trouve, ou ce réseau ne nous laisse pas le supprimer.</translation>
    </message>
    <message>
        <source>Only a view that was saved can be changed. Choose one under Views.</source>
        <translation>Seule une vue enregistrée peut être modifiée. Choisissez-en une sous Vues.</translation>
    </message>
    <message>
        <source>Open a rule first.</source>
        <translation>Ouvrez d’abord une règle.</translation>
    </message>
    <message>
        <source>Open a thread first, and show it if it is kept out of sight.</source>
        <translation>Ouvrez d’abord un fil, et affichez-le s’il est masqué.</translation>
    </message>
    <message>
        <source>Open a thread first.</source>
        <translation>Ouvrez d’abord un fil.</translation>
    </message>
    <message>
        <source>Open a thread of a person first.</source>
        <translation>Ouvrez d’abord le fil d’une personne.</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>Ouvrir dans sa propre fenêtre</translation>
    </message>
    <message>
        <source>Open the saved replies first.</source>
        <translation>Ouvrez d’abord les réponses types.</translation>
    </message>
    <message>
        <source>Order: contact name</source>
        <translation>Ordre&#x202f;: nom du contact</translation>
    </message>
    <message>
        <source>Order: most urgent first</source>
        <translation>Ordre&#x202f;: les plus urgents d’abord</translation>
    </message>
    <message>
        <source>Order: newest first</source>
        <translation>Ordre&#x202f;: les plus récents d’abord</translation>
    </message>
    <message>
        <source>Order: oldest first</source>
        <translation>Ordre&#x202f;: les plus anciens d’abord</translation>
    </message>
    <message>
        <source>Order: reviews by stars</source>
        <translation>Ordre&#x202f;: avis par étoiles</translation>
    </message>
    <message>
        <source>Order…</source>
        <translation>Ordre…</translation>
    </message>
    <message>
        <source>Part joined contacts</source>
        <translation>Séparer des contacts réunis</translation>
    </message>
    <message>
        <source>People and shifts</source>
        <translation>Équipe et services</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Volet précédent</translation>
    </message>
    <message>
        <source>Previous thread</source>
        <translation>Fil précédent</translation>
    </message>
    <message>
        <source>Priority…</source>
        <translation>Priorité…</translation>
    </message>
    <message>
        <source>Quiet until …</source>
        <translation>Silence jusqu’à …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Rename the folder of saved replies</source>
        <translation>Renommer le dossier de réponses types</translation>
    </message>
    <message>
        <source>Rename this view…</source>
        <translation>Renommer cette vue…</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Reply or note</source>
        <translation>Réponse ou note</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Signaler un problème</translation>
    </message>
    <message>
        <source>Report it to the platform</source>
        <translation>Signaler à la plateforme</translation>
    </message>
    <message>
        <source>Report to the network…</source>
        <translation>Signaler au réseau…</translation>
    </message>
    <message>
        <source>Run macro {number}</source>
        <translation>Lancer la macro {number}</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>Même personne que…</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Enregistrer comme vue…</translation>
    </message>
    <message>
        <source>Save the evidence of this thread…</source>
        <translation>Enregistrer les preuves de ce fil…</translation>
    </message>
    <message>
        <source>Save the filters to this view</source>
        <translation>Enregistrer les filtres dans cette vue</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Enregistrer la règle</translation>
    </message>
    <message>
        <source>Save the saved reply</source>
        <translation>Enregistrer la réponse type</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search here, or answer what is selected</source>
        <translation>Chercher ici, ou répondre à la sélection</translation>
    </message>
    <message>
        <source>Select all in this view</source>
        <translation>Tout sélectionner dans cette vue</translation>
    </message>
    <message>
        <source>Select all who ask the same</source>
        <translation>Sélectionner tous ceux qui demandent la même chose</translation>
    </message>
    <message>
        <source>Select downwards</source>
        <translation>Sélectionner vers le bas</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Ne rien sélectionner</translation>
    </message>
    <message>
        <source>Select the thread</source>
        <translation>Sélectionner le fil</translation>
    </message>
    <message>
        <source>Select upwards</source>
        <translation>Sélectionner vers le haut</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send and done</source>
        <translation>Envoyer et terminer</translation>
    </message>
    <message>
        <source>Send later…</source>
        <translation>Envoyer plus tard…</translation>
    </message>
    <message>
        <source>Send what is written privately</source>
        <translation>Envoyer en privé ce qui est écrit</translation>
    </message>
    <message>
        <source>Set the language of the contact</source>
        <translation>Définir la langue du contact</translation>
    </message>
    <message>
        <source>Set the place and time zone of the contact</source>
        <translation>Définir le lieu et le fuseau horaire du contact</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Share this view with the team, or keep it to yourself</source>
        <translation>Partager cette vue avec l’équipe, ou la garder pour vous</translation>
    </message>
    <message>
        <source>Shield…</source>
        <translation>Protection…</translation>
    </message>
    <message>
        <source>Show or fold who asks the same</source>
        <translation>Montrer ou replier ceux qui demandent la même chose</translation>
    </message>
    <message>
        <source>Show or hide the contact</source>
        <translation>Afficher ou masquer le contact</translation>
    </message>
    <message>
        <source>Show or hide the rail</source>
        <translation>Afficher ou masquer la barre latérale</translation>
    </message>
    <message>
        <source>Show the rule that did something here</source>
        <translation>Montrer la règle qui a agi ici</translation>
    </message>
    <message>
        <source>Show their other open thread beside</source>
        <translation>Afficher son autre fil ouvert à côté</translation>
    </message>
    <message>
        <source>Show to the public again</source>
        <translation>Réafficher au public</translation>
    </message>
    <message>
        <source>Show what is hidden, or close it again</source>
        <translation>Montrer ce qui est caché, ou le refermer</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Snooze until tomorrow morning</source>
        <translation>Plus tard&#x202f;: demain matin</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Plus tard…</translation>
    </message>
    <message>
        <source>Something else: the next thread that is not kept out of sight</source>
        <translation>Autre chose&#x202f;: le prochain fil qui n’est pas gardé à l’écart</translation>
    </message>
    <message>
        <source>Spelling in the next language</source>
        <translation>Orthographe dans la langue suivante</translation>
    </message>
    <message>
        <source>Split into parts…</source>
        <translation>Couper en parties…</translation>
    </message>
    <message>
        <source>Suspend automatic answers, or let them go again</source>
        <translation>Suspendre les réponses automatiques, ou les laisser repartir</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Étiqueter…</translation>
    </message>
    <message>
        <source>Take back all answers and acts that have not left</source>
        <translation>Reprendre toutes les réponses et actions qui ne sont pas parties</translation>
    </message>
    <message>
        <source>Take merged threads apart</source>
        <translation>Séparer les fils fusionnés</translation>
    </message>
    <message>
        <source>Take next unassigned</source>
        <translation>Prendre le prochain fil non confié</translation>
    </message>
    <message>
        <source>Take the like back</source>
        <translation>Retirer le j’aime</translation>
    </message>
    <message>
        <source>Text size as designed</source>
        <translation>Taille de texte d’origine</translation>
    </message>
    <message>
        <source>The filters of this view are as they were saved.</source>
        <translation>Les filtres de cette vue sont ceux qui ont été enregistrés.</translation>
    </message>
    <message>
        <source>There is no address for it.</source>
        <translation>Il n’a pas d’adresse.</translation>
    </message>
    <message>
        <source>This network does not let us do that here, or it is done already.</source>
        <translation>Ce réseau ne le permet pas ici, ou c’est déjà fait.</translation>
    </message>
    <message>
        <source>This network takes no likes here.</source>
        <translation>Ce réseau n’accepte pas de j’aime ici.</translation>
    </message>
    <message>
        <source>This person is not blocked.</source>
        <translation>Cette personne n’est pas bloquée.</translation>
    </message>
    <message>
        <source>This thread is not kept out of sight. Press ! to keep it.</source>
        <translation>Ce fil n’est pas mis à l’écart. Appuyez sur&#x202f;! pour l’y mettre.</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traduire</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Unmute this thread</source>
        <translation>Remettre ce fil dans la file</translation>
    </message>
    <message>
        <source>VIP or not</source>
        <translation>VIP ou non</translation>
    </message>
    <message>
        <source>View on the platform</source>
        <translation>Voir sur la plateforme</translation>
    </message>
    <message>
        <source>View {number}</source>
        <translation>Vue {number}</translation>
    </message>
    <message>
        <source>Word lists of the shield</source>
        <translation>Listes de mots de la protection</translation>
    </message>
    <message>
        <source>Write down all that is held about this contact…</source>
        <translation>Exporter tout ce qui est conservé sur ce contact…</translation>
    </message>
    <message>
        <source>Write the team memo</source>
        <translation>Écrire le mémo d’équipe</translation>
    </message>
    <message>
        <source>You are not away.</source>
        <translation>Vous n’êtes pas absent.</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message numerus="yes">
        <source>%n answer(s) leave, {span}.</source>
        <translation>
            <numerusform>%n réponse part, {span}.</numerusform>
            <numerusform>%n réponses partent, {span}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) taken back.</source>
        <translation>
            <numerusform>%n réponse reprise.</numerusform>
            <numerusform>%n réponses reprises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had left already.</source>
        <comment>answers</comment>
        <translation>
            <numerusform>%n était déjà partie.</numerusform>
            <numerusform>%n étaient déjà parties.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ask about “{words}”</source>
        <translation>
            <numerusform>%n personne demande «&#x202f;{words}&#x202f;»</numerusform>
            <numerusform>%n personnes demandent «&#x202f;{words}&#x202f;»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people ask the same</source>
        <translation>
            <numerusform>%n personne demande la même chose</numerusform>
            <numerusform>%n personnes, même question</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people left only emojis</source>
        <translation>
            <numerusform>%n personne n’a mis que des émojis</numerusform>
            <numerusform>%n personnes n’ont mis que des émojis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people tagged a friend</source>
        <translation>
            <numerusform>%n personne a mentionné un ami</numerusform>
            <numerusform>%n personnes ont mentionné un ami</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people tagged a friend or left emojis</source>
        <translation>
            <numerusform>%n personne a mentionné un ami ou mis des émojis</numerusform>
            <numerusform>%n personnes ont mentionné un ami ou mis des émojis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people would read the very same words in public. That looks like a machine.</source>
        <translation>
            <numerusform>%n personne lirait exactement les mêmes mots en public. Cela fait machine.</numerusform>
            <numerusform>%n personnes liraient exactement les mêmes mots en public. Cela fait machine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <comment>threads</comment>
        <translation>
            <numerusform>%n sélectionné</numerusform>
            <numerusform>%n sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n fil</numerusform>
            <numerusform>%n fils</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are done.</source>
        <translation>
            <numerusform>%n fil terminé.</numerusform>
            <numerusform>%n fils terminés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are nobody&apos;s now.</source>
        <translation>
            <numerusform>%n fil n’est plus à personne.</numerusform>
            <numerusform>%n fils ne sont plus à personne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are open again.</source>
        <translation>
            <numerusform>%n fil rouvert.</numerusform>
            <numerusform>%n fils rouverts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are yours.</source>
        <translation>
            <numerusform>%n fil est à vous.</numerusform>
            <numerusform>%n fils sont à vous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) come back later.</source>
        <translation>
            <numerusform>%n fil reviendra plus tard.</numerusform>
            <numerusform>%n fils reviendront plus tard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) given to {person}.</source>
        <translation>
            <numerusform>%n fil confié à {person}.</numerusform>
            <numerusform>%n fils confiés à {person}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) marked read.</source>
        <translation>
            <numerusform>%n fil marqué lu.</numerusform>
            <numerusform>%n fils marqués lus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) marked unread.</source>
        <translation>
            <numerusform>%n fil marqué non lu.</numerusform>
            <numerusform>%n fils marqués non lus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) selected</source>
        <translation>
            <numerusform>%n fil sélectionné</numerusform>
            <numerusform>%n fils sélectionnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) tagged {tag}.</source>
        <translation>
            <numerusform>Étiquette {tag} mise sur %n fil.</numerusform>
            <numerusform>Étiquette {tag} mise sur %n fils.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n thread(s) with one text</source>
        <translation>
            <numerusform>Répondre à %n fil avec un texte</numerusform>
            <numerusform>Répondre à %n fils avec un texte</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer all with one text</source>
        <translation>Répondre à tous avec un texte</translation>
    </message>
    <message>
        <source>Answer by hand</source>
        <translation>À la main</translation>
    </message>
    <message>
        <source>Begin with a saved reply</source>
        <translation>Commencer par une réponse type</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Ne rien changer</translation>
    </message>
    <message numerus="yes">
        <source>Colleagues are answering %n of these right now. They will be left out.</source>
        <translation>
            <numerusform>Des collègues répondent à %n de ces fils en ce moment. Il sera laissé de côté.</numerusform>
            <numerusform>Des collègues répondent à %n de ces fils en ce moment. Ils seront laissés de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Do it for all</source>
        <translation>Le faire pour tous</translation>
    </message>
    <message numerus="yes">
        <source>Do this on the network for %n thread(s)?</source>
        <translation>
            <numerusform>Le faire sur le réseau pour %n fil&#x202f;?</numerusform>
            <numerusform>Le faire sur le réseau pour %n fils&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Esc to clear</source>
        <translation>Échap pour vider</translation>
    </message>
    <message>
        <source>Fold or select all who ask it (Shift+X on one of them selects)</source>
        <translation>Replier ou sélectionner tous ceux qui le demandent (Maj+X sur l’un d’eux sélectionne)</translation>
    </message>
    <message>
        <source>Hello {first name}, …</source>
        <translation>Bonjour {first name}, …</translation>
    </message>
    <message>
        <source>Hidden message</source>
        <translation>Message masqué</translation>
    </message>
    <message>
        <source>Insert {name}</source>
        <translation>Insérer {name}</translation>
    </message>
    <message>
        <source>Left out: {reasons}.</source>
        <translation>Laissés de côté&#x202f;: {reasons}.</translation>
    </message>
    <message>
        <source>Like the others</source>
        <translation>Comme tous</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder encore</translation>
    </message>
    <message>
        <source>Mark read</source>
        <translation>Marquer lu</translation>
    </message>
    <message>
        <source>Mark unread</source>
        <translation>Marquer non lu</translation>
    </message>
    <message numerus="yes">
        <source>%n a minute</source>
        <comment>answers or acts on one channel</comment>
        <translation>
            <numerusform>%n par minute</numerusform>
            <numerusform>%n par minute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n act(s) taken back.</source>
        <translation>
            <numerusform>%n action reprise.</numerusform>
            <numerusform>%n actions reprises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) of ours are being deleted.</source>
        <translation>
            <numerusform>%n de nos réponses est en cours de suppression.</numerusform>
            <numerusform>%n de nos réponses sont en cours de suppression.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed.</source>
        <comment>acts</comment>
        <translation>
            <numerusform>%n échec.</numerusform>
            <numerusform>%n échecs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had happened already and stay(s).</source>
        <translation>
            <numerusform>%n était déjà faite et le reste.</numerusform>
            <numerusform>%n étaient déjà faites et le restent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s) are taken back.</source>
        <translation>
            <numerusform>%n j’aime est retiré.</numerusform>
            <numerusform>%n j’aime sont retirés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s) leave.</source>
        <translation>
            <numerusform>%n j’aime part.</numerusform>
            <numerusform>%n j’aime partent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied.</source>
        <translation>
            <numerusform>%n lien copié.</numerusform>
            <numerusform>%n liens copiés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are being deleted.</source>
        <translation>
            <numerusform>%n message va être supprimé.</numerusform>
            <numerusform>%n messages vont être supprimés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are being hidden.</source>
        <translation>
            <numerusform>%n message va être masqué.</numerusform>
            <numerusform>%n messages vont être masqués.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are being shown again.</source>
        <translation>
            <numerusform>%n message va être montré de nouveau.</numerusform>
            <numerusform>%n messages vont être montrés de nouveau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) written.</source>
        <translation>
            <numerusform>%n note écrite.</numerusform>
            <numerusform>%n notes écrites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them get(s) the text only: their channel does not take these pictures.</source>
        <translation>
            <numerusform>%n personne ne reçoit que le texte&#x202f;: son canal n’accepte pas ces images.</numerusform>
            <numerusform>%n personnes ne reçoivent que le texte&#x202f;: leur canal n’accepte pas ces images.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) opened in the browser.</source>
        <translation>
            <numerusform>%n page ouverte dans le navigateur.</numerusform>
            <numerusform>%n pages ouvertes dans le navigateur.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are being blocked.</source>
        <translation>
            <numerusform>%n personne va être bloquée.</numerusform>
            <numerusform>%n personnes vont être bloquées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are let in again.</source>
        <translation>
            <numerusform>%n personne va être débloquée.</numerusform>
            <numerusform>%n personnes vont être débloquées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) leave.</source>
        <translation>
            <numerusform>%n signalement part.</numerusform>
            <numerusform>%n signalements partent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are back in the queue.</source>
        <translation>
            <numerusform>%n fil est de retour dans la file.</numerusform>
            <numerusform>%n fils sont de retour dans la file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are muted.</source>
        <translation>
            <numerusform>%n fil est en sourdine.</numerusform>
            <numerusform>%n fils sont en sourdine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are taken apart again.</source>
        <translation>
            <numerusform>%n fil est de nouveau séparé.</numerusform>
            <numerusform>%n fils sont de nouveau séparés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are the only one of their person here.</source>
        <translation>
            <numerusform>%n fil est ici le seul de sa personne.</numerusform>
            <numerusform>%n fils sont ici les seuls de leur personne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) let through.</source>
        <translation>
            <numerusform>%n fil laissé passer.</numerusform>
            <numerusform>%n fils laissés passer.</numerusform>
        </translation>
    </message>
    <message>
        <source>A shortcut is not an answer: choose the saved reply, or write what you mean.</source>
        <translation>Un raccourci n’est pas une réponse&#x202f;: choisissez la réponse type, ou écrivez ce que vous voulez dire.</translation>
    </message>
    <message>
        <source>A window of its own shows one thread. Esc selects nothing.</source>
        <translation>Une fenêtre à part montre un seul fil. Échap vide la sélection.</translation>
    </message>
    <message>
        <source>Answer them too</source>
        <translation>Leur répondre aussi</translation>
    </message>
    <message>
        <source>Asked the same since you opened this: {number}.</source>
        <comment>people</comment>
        <translation>Ont demandé la même chose depuis l’ouverture&#x202f;: {number}.</translation>
    </message>
    <message numerus="yes">
        <source>Block %n</source>
        <comment>people</comment>
        <translation>
            <numerusform>Bloquer %n</numerusform>
            <numerusform>Bloquer %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Block %n person(s)?</source>
        <translation>
            <numerusform>Bloquer %n personne&#x202f;?</numerusform>
            <numerusform>Bloquer %n personnes&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Bloquer…</translation>
    </message>
    <message numerus="yes">
        <source>Changing %n thread(s)…</source>
        <translation>
            <numerusform>Modification de %n fil…</numerusform>
            <numerusform>Modification de %n fils…</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copy links</source>
        <translation>Copier les liens</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n answer(s) of ours?</source>
        <translation>
            <numerusform>Supprimer %n réponse de notre part&#x202f;?</numerusform>
            <numerusform>Supprimer %n réponses de notre part&#x202f;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n message(s) of others?</source>
        <translation>
            <numerusform>Supprimer %n message d’une autre personne&#x202f;?</numerusform>
            <numerusform>Supprimer %n messages d’autres personnes&#x202f;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n there</source>
        <comment>messages</comment>
        <translation>
            <numerusform>Supprimer %n là-bas</numerusform>
            <numerusform>Supprimer %n là-bas</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete our answers…</source>
        <translation>Supprimer nos réponses…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <comment>messages of others</comment>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Everybody sees them again. Z hides them once more.</source>
        <translation>Tout le monde les voit de nouveau. Z les masque encore une fois.</translation>
    </message>
    <message>
        <source>Filling in the text: {part} of {all}.</source>
        <translation>Le texte se remplit&#x202f;: {part} sur {all}.</translation>
    </message>
    <message>
        <source>For many at once like them first, then mark them done: each tells whom it leaves out.</source>
        <translation>Pour beaucoup à la fois&#x202f;: aimez-les d’abord, puis terminez-les&#x202f;; chacune des deux actions dit qui elle laisse de côté.</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n</source>
        <comment>messages</comment>
        <translation>
            <numerusform>Masquer %n</numerusform>
            <numerusform>Masquer %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hide %n message(s) from the public?</source>
        <translation>
            <numerusform>Masquer %n message au public&#x202f;?</numerusform>
            <numerusform>Masquer %n messages au public&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide…</source>
        <translation>Masquer…</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>Où en est-on</translation>
    </message>
    <message>
        <source>It is about one conversation. Esc selects nothing; then open it.</source>
        <translation>Cela concerne une seule conversation. Échap vide la sélection&#x202f;; ouvrez-la ensuite.</translation>
    </message>
    <message>
        <source>It is about one message. Esc selects nothing.</source>
        <translation>Cela concerne un seul message. Échap vide la sélection.</translation>
    </message>
    <message>
        <source>It is about one person. Esc selects nothing; then open their thread.</source>
        <translation>Cela concerne une seule personne. Échap vide la sélection&#x202f;; ouvrez ensuite son fil.</translation>
    </message>
    <message numerus="yes">
        <source>Let %n in</source>
        <comment>people</comment>
        <translation>
            <numerusform>Débloquer %n</numerusform>
            <numerusform>Débloquer %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n person(s) in again?</source>
        <translation>
            <numerusform>Débloquer %n personne&#x202f;?</numerusform>
            <numerusform>Débloquer %n personnes&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Let in again…</source>
        <translation>Débloquer…</translation>
    </message>
    <message>
        <source>Let through</source>
        <translation>Laisser passer</translation>
    </message>
    <message numerus="yes">
        <source>Like %n</source>
        <comment>messages</comment>
        <translation>
            <numerusform>Aimer %n</numerusform>
            <numerusform>Aimer %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Like %n message(s)?</source>
        <translation>
            <numerusform>Aimer %n message&#x202f;?</numerusform>
            <numerusform>Aimer %n messages&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Like…</source>
        <translation>Aimer…</translation>
    </message>
    <message>
        <source>Merge by person…</source>
        <translation>Fusionner…</translation>
    </message>
    <message numerus="yes">
        <source>Merge for %n person(s)</source>
        <translation>
            <numerusform>Fusionner pour %n personne</numerusform>
            <numerusform>Fusionner pour %n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge the threads of %n person(s)?</source>
        <translation>
            <numerusform>Fusionner les fils de %n personne&#x202f;?</numerusform>
            <numerusform>Fusionner les fils de %n personnes&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Sourdine</translation>
    </message>
    <message>
        <source>No answer: {reason}.</source>
        <translation>Pas de réponse&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>No longer in the workspace</source>
        <translation>N’est plus dans l’espace de travail</translation>
    </message>
    <message>
        <source>No two of these are of one person, so there is nothing to merge.</source>
        <translation>Aucune personne n’a deux de ces fils&#x202f;: il n’y a rien à fusionner.</translation>
    </message>
    <message>
        <source>Nobody else asks this, so there is nothing to fold.</source>
        <translation>Personne d’autre ne demande cela, il n’y a rien à replier.</translation>
    </message>
    <message>
        <source>Nobody is left whom it would concern.</source>
        <translation>Il ne reste personne que cela concernerait.</translation>
    </message>
    <message>
        <source>Nobody would be answered yet.</source>
        <translation>Personne n’aurait encore de réponse.</translation>
    </message>
    <message>
        <source>None of these has an address.</source>
        <translation>Aucun de ces fils n’a d’adresse.</translation>
    </message>
    <message>
        <source>None of these was merged with another thread.</source>
        <translation>Aucun de ces fils n’avait été fusionné avec un autre.</translation>
    </message>
    <message>
        <source>Not five people ask this within two hours.</source>
        <translation>Moins de cinq personnes demandent cela en deux heures.</translation>
    </message>
    <message>
        <source>Note…</source>
        <comment>an internal note in each</comment>
        <translation>Note…</translation>
    </message>
    <message>
        <source>Nothing waits that could be taken back.</source>
        <translation>Rien n’attend qui puisse être repris.</translation>
    </message>
    <message>
        <source>Nothing was changed. Left out: {reasons}.</source>
        <translation>Rien n’a changé. Laissés de côté&#x202f;: {reasons}.</translation>
    </message>
    <message>
        <source>On the newest message of each. Z likes them again.</source>
        <translation>Sur le dernier message de chaque personne. Z les aime de nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>One moment: %n thread(s) are being changed. Then Z takes it back.</source>
        <translation>
            <numerusform>Un instant&#x202f;: %n fil est en cours de modification. Ensuite, Z l’annule.</numerusform>
            <numerusform>Un instant&#x202f;: %n fils sont en cours de modification. Ensuite, Z l’annule.</numerusform>
        </translation>
    </message>
    <message>
        <source>One moment: all threads of the view are still being selected.</source>
        <translation>Un instant&#x202f;: les fils de la vue sont encore en cours de sélection.</translation>
    </message>
    <message>
        <source>One note goes to up to {most} threads. Select fewer.</source>
        <translation>Une note va dans {most} fils au plus. Sélectionnez-en moins.</translation>
    </message>
    <message>
        <source>One text answers up to {most} threads. Select fewer.</source>
        <translation>Un texte répond à {most} fils au plus. Sélectionnez-en moins.</translation>
    </message>
    <message>
        <source>Only your team reads it; nothing leaves. @ and a first name tells a colleague. Z removes it.</source>
        <translation>Seule votre équipe la lit&#x202f;; rien ne part. @ et un prénom préviennent un collègue. Z l’enlève.</translation>
    </message>
    <message>
        <source>Open thread</source>
        <translation>Ouvrir le fil</translation>
    </message>
    <message>
        <source>Our newest answer in each goes for everybody. Z takes back what has not left; what has left nobody can bring back.</source>
        <translation>Notre dernière réponse dans chacun disparaît pour tout le monde. Z reprend ce qui n’est pas parti&#x202f;; ce qui est parti, personne ne peut le faire revenir.</translation>
    </message>
    <message numerus="yes">
        <source>Priority of %n thread(s) changed.</source>
        <translation>
            <numerusform>Priorité de %n fil modifiée.</numerusform>
            <numerusform>Priorité de %n fils modifiée.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report %n</source>
        <comment>messages</comment>
        <translation>
            <numerusform>Signaler %n</numerusform>
            <numerusform>Signaler %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Report %n message(s)?</source>
        <translation>
            <numerusform>Signaler %n message&#x202f;?</numerusform>
            <numerusform>Signaler %n messages&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Report them as</source>
        <translation>Les signaler comme</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Signaler…</translation>
    </message>
    <message>
        <source>Saved replies that fit what is typed</source>
        <translation>Réponses types qui correspondent à la saisie</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>Ne rien sélectionner (Échap)</translation>
    </message>
    <message>
        <source>Select what failed</source>
        <translation>Sélectionner les échecs</translation>
    </message>
    <message>
        <source>Selecting all {number}…</source>
        <translation>Sélection des {number} fils…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message numerus="yes">
        <source>Send %n answer(s)</source>
        <translation>
            <numerusform>Envoyer %n réponse</numerusform>
            <numerusform>Envoyer %n réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n answer(s)?</source>
        <translation>
            <numerusform>Envoyer %n réponse&#x202f;?</numerusform>
            <numerusform>Envoyer %n réponses&#x202f;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send its %n picture(s) along</source>
        <comment>of a saved reply</comment>
        <translation>
            <numerusform>Joindre son image</numerusform>
            <numerusform>Joindre ses %n images</numerusform>
        </translation>
    </message>
    <message>
        <source>Shorten the text: it may have {most} characters.</source>
        <translation>Raccourcissez le texte&#x202f;: {most} caractères au maximum.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n again</source>
        <comment>messages</comment>
        <translation>
            <numerusform>En montrer %n</numerusform>
            <numerusform>En montrer %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n message(s) to the public again?</source>
        <translation>
            <numerusform>Montrer de nouveau %n message au public&#x202f;?</numerusform>
            <numerusform>Montrer de nouveau %n messages au public&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Show again…</source>
        <translation>Montrer…</translation>
    </message>
    <message>
        <source>Show each</source>
        <translation>Montrer chacun</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>So many people will see it. It waits ten seconds, and Z takes all of it back.</source>
        <translation>Beaucoup de personnes le verront. Dix secondes d’attente, et Z annule tout.</translation>
    </message>
    <message>
        <source>Something in braces is not filled. Write over it, or skip this person.</source>
        <translation>Quelque chose entre accolades n’est pas rempli. Écrivez par-dessus, ou passez cette personne.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n back</source>
        <comment>likes</comment>
        <translation>
            <numerusform>En retirer %n</numerusform>
            <numerusform>En retirer %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n like(s) back?</source>
        <translation>
            <numerusform>Retirer %n j’aime&#x202f;?</numerusform>
            <numerusform>Retirer %n j’aime&#x202f;?</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back the rest</source>
        <translation>Reprendre le reste</translation>
    </message>
    <message>
        <source>Take back what has not left</source>
        <translation>Reprendre ce qui n’est pas parti</translation>
    </message>
    <message>
        <source>Take likes back…</source>
        <translation>Retirer les j’aime…</translation>
    </message>
    <message numerus="yes">
        <source>Taken back in %n thread(s).</source>
        <translation>
            <numerusform>Annulé dans %n fil.</numerusform>
            <numerusform>Annulé dans %n fils.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taking it back in %n thread(s)…</source>
        <translation>
            <numerusform>Annulation dans %n fil…</numerusform>
            <numerusform>Annulation dans %n fils…</numerusform>
        </translation>
    </message>
    <message>
        <source>The last one {span}.</source>
        <translation>Le dernier {span}.</translation>
    </message>
    <message>
        <source>The newest message of each goes for everybody. Z takes back what has not left; what has left nobody can bring back.</source>
        <translation>Le dernier message de chaque personne disparaît pour tout le monde. Z reprend ce qui n’est pas parti&#x202f;; ce qui est parti, personne ne peut le rétablir.</translation>
    </message>
    <message>
        <source>The newest message of each, to the moderators of its network. Z takes back what has not left; a report that has left stays.</source>
        <translation>Le dernier message de chaque personne, aux modérateurs de son réseau. Z reprend ce qui n’est pas parti&#x202f;; un signalement parti reste.</translation>
    </message>
    <message>
        <source>The newest message of each. They are told of it. Z takes the likes back, also later.</source>
        <translation>Le dernier message de chaque personne, qui l’apprend. Z retire les j’aime, même plus tard.</translation>
    </message>
    <message>
        <source>The newest message of each. Who wrote it and their friends still see it; everybody else no longer does. Z shows all of them again, also later.</source>
        <translation>Le dernier message de chaque personne. Son auteur et ses amis le voient encore&#x202f;; les autres ne le voient plus. Z les montre tous de nouveau, même plus tard.</translation>
    </message>
    <message>
        <source>The newest of each stays and shows the others. Z takes all of them apart again.</source>
        <translation>Le plus récent de chaque personne reste et montre les autres. Z les sépare tous de nouveau.</translation>
    </message>
    <message>
        <source>The note for all</source>
        <translation>La note pour tous</translation>
    </message>
    <message>
        <source>The text for all</source>
        <translation>Le texte pour tous</translation>
    </message>
    <message>
        <source>The text for this person</source>
        <translation>Le texte pour cette personne</translation>
    </message>
    <message numerus="yes">
        <source>The threads of %n person(s) are merged.</source>
        <translation>
            <numerusform>Les fils de %n personne sont fusionnés.</numerusform>
            <numerusform>Les fils de %n personnes sont fusionnés.</numerusform>
        </translation>
    </message>
    <message>
        <source>They can no longer write to these accounts or see them, and they can find out. What they wrote stays. Z lets all of them in again, also later.</source>
        <translation>Ces personnes ne peuvent plus écrire à ces comptes ni les voir, et elles peuvent s’en apercevoir. Ce qu’elles ont écrit reste. Z les débloque toutes, même plus tard.</translation>
    </message>
    <message>
        <source>They can write to these accounts and see them again. Z blocks them once more.</source>
        <translation>Ces personnes peuvent de nouveau écrire à ces comptes et les voir. Z les bloque encore une fois.</translation>
    </message>
    <message>
        <source>They leave one after the other, {span}. Z takes back all that have not left.</source>
        <translation>Elles partent l’une après l’autre, {span}. Z reprend toutes celles qui ne sont pas parties.</translation>
    </message>
    <message>
        <source>This is for one thread. Hide, block and report work for all that is selected, without opening.</source>
        <translation>C’est pour un seul fil. Masquer, bloquer et signaler valent pour toute la sélection, sans rien ouvrir.</translation>
    </message>
    <message>
        <source>This network takes no text as long as this. Shorten it for this person.</source>
        <translation>Ce réseau ne prend pas de texte aussi long. Raccourcissez-le pour cette personne.</translation>
    </message>
    <message>
        <source>This runs in one thread. R answers all that is selected; there / finds saved replies.</source>
        <translation>Cela se fait dans un seul fil. R répond à toute la sélection&#x202f;; là, / trouve les réponses types.</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Fin de sourdine</translation>
    </message>
    <message>
        <source>Up to {most} pages open at once. Select fewer, or copy the links with Ctrl+Shift+C.</source>
        <translation>{most} pages s’ouvrent au plus à la fois. Sélectionnez-en moins, ou copiez les liens avec Ctrl+Maj+C.</translation>
    </message>
    <message>
        <source>Up to {most} threads at once go to the networks. Select fewer.</source>
        <translation>{most} fils au plus vont à la fois vers les réseaux. Sélectionnez-en moins.</translation>
    </message>
    <message>
        <source>Vary the greeting</source>
        <translation>Varier la formule d’appel</translation>
    </message>
    <message>
        <source>What each person reads</source>
        <translation>Ce que chaque personne lira</translation>
    </message>
    <message>
        <source>What had happened already is undone there, one after the other.</source>
        <translation>Ce qui était déjà fait est défait là-bas, l’un après l’autre.</translation>
    </message>
    <message>
        <source>What this would do</source>
        <translation>Ce que cela ferait</translation>
    </message>
    <message>
        <source>What waits for approval is decided one by one. Esc selects nothing; then open it.</source>
        <translation>Ce qui attend une approbation se décide un par un. Échap ne sélectionne rien&#x202f;; puis ouvrez-le.</translation>
    </message>
    <message>
        <source>Where each of them stands</source>
        <translation>Où en est chacun</translation>
    </message>
    <message>
        <source>Whom it concerns; Space leaves one out</source>
        <translation>Qui est concerné&#x202f;; Espace laisse une ligne de côté</translation>
    </message>
    <message numerus="yes">
        <source>Write %n note(s)</source>
        <translation>
            <numerusform>Écrire %n note</numerusform>
            <numerusform>Écrire %n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write one note into %n thread(s)</source>
        <translation>
            <numerusform>Écrire une note dans %n fil</numerusform>
            <numerusform>Écrire une même note dans %n fils</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the text first.</source>
        <translation>Écrivez d’abord le texte.</translation>
    </message>
    <message>
        <source>Write the text for all on the left, or one for this person below.</source>
        <translation>Écrivez à gauche le texte pour tous, ou ci-dessous un texte pour cette personne.</translation>
    </message>
    <message>
        <source>Writing is for one thread. R answers all that is selected with one text.</source>
        <translation>On écrit dans un seul fil. R répond à toute la sélection avec un seul texte.</translation>
    </message>
    <message>
        <source>Your text is kept: answer the same threads to go on with it.</source>
        <translation>Votre texte est gardé&#x202f;: répondez aux mêmes fils pour le reprendre.</translation>
    </message>
    <message>
        <source>a blank is not filled</source>
        <translation>un blanc n’est pas rempli</translation>
    </message>
    <message>
        <source>a colleague is answering</source>
        <translation>en cours de réponse par un collègue</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <comment>until all answers have left</comment>
        <translation>
            <numerusform>environ %n min</numerusform>
            <numerusform>environ %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>an answer is on its way already</source>
        <translation>une réponse est déjà en route</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>channels</comment>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>answered meanwhile</source>
        <translation>répondu entre-temps</translation>
    </message>
    <message>
        <source>by hand, kept as a draft</source>
        <translation>à la main, gardé en brouillon</translation>
    </message>
    <message>
        <source>can&apos;t be answered from here</source>
        <translation>impossible de répondre d’ici</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>done already</source>
        <translation>terminé(s) déjà</translation>
    </message>
    <message>
        <source>it is like that already</source>
        <translation>c’est déjà ainsi</translation>
    </message>
    <message>
        <source>kept out of sight, to be read first</source>
        <translation>mis à l’écart, à lire d’abord</translation>
    </message>
    <message>
        <source>leaves at {time}</source>
        <translation>part à {time}</translation>
    </message>
    <message>
        <source>leaving now</source>
        <translation>part à l’instant</translation>
    </message>
    <message>
        <source>muted already</source>
        <translation>déjà en sourdine</translation>
    </message>
    <message>
        <source>no longer in the workspace</source>
        <translation>plus dans l’espace de travail</translation>
    </message>
    <message>
        <source>no text yet</source>
        <translation>pas encore de texte</translation>
    </message>
    <message>
        <source>nobody&apos;s already</source>
        <translation>déjà à personne</translation>
    </message>
    <message>
        <source>not kept out of sight</source>
        <translation>pas mis à l’écart</translation>
    </message>
    <message>
        <source>not muted</source>
        <translation>pas en sourdine</translation>
    </message>
    <message>
        <source>not tagged like that</source>
        <translation>sans cette étiquette</translation>
    </message>
    <message>
        <source>nothing of ours stands there</source>
        <translation>rien de nous ne s’y trouve</translation>
    </message>
    <message>
        <source>of that priority already</source>
        <translation>avec cette priorité déjà</translation>
    </message>
    <message>
        <source>open already</source>
        <translation>ouvert(s) déjà</translation>
    </message>
    <message>
        <source>outcome unknown: look on the platform, then say so in the outbox</source>
        <translation>issue inconnue&#x202f;: regardez sur la plateforme, puis dites-le dans la boîte d’envoi</translation>
    </message>
    <message>
        <source>read already</source>
        <translation>lu(s) déjà</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>passé</translation>
    </message>
    <message>
        <source>somebody&apos;s already</source>
        <translation>déjà à quelqu’un</translation>
    </message>
    <message>
        <source>stopped: open the thread and decide</source>
        <translation>arrêté&#x202f;: ouvrez le fil et décidez</translation>
    </message>
    <message>
        <source>tagged like that already</source>
        <translation>avec cette étiquette déjà</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>repris</translation>
    </message>
    <message>
        <source>the network allows it below own posts only</source>
        <translation>le réseau ne le permet que sous ses propres publications</translation>
    </message>
    <message>
        <source>the network charges up to {price}</source>
        <translation>le réseau facture jusqu’à {price}</translation>
    </message>
    <message>
        <source>the network charges up to {price}, with links up to {most}</source>
        <translation>le réseau facture jusqu’à {price}, avec des liens jusqu’à {most}</translation>
    </message>
    <message>
        <source>the network did not take it</source>
        <translation>le réseau ne l’a pas accepté</translation>
    </message>
    <message>
        <source>the network does not let this account do it</source>
        <translation>le réseau ne le permet pas à ce compte</translation>
    </message>
    <message>
        <source>the network has no such act there</source>
        <translation>le réseau ne le permet pas</translation>
    </message>
    <message>
        <source>the same person as another one here</source>
        <translation>la même personne qu’un autre fil ici</translation>
    </message>
    <message>
        <source>the shortcut of a saved reply stands in it</source>
        <translation>le raccourci d’une réponse type s’y trouve</translation>
    </message>
    <message>
        <source>the time for an answer is over</source>
        <translation>le délai pour répondre est passé</translation>
    </message>
    <message>
        <source>there is no message of theirs on the network</source>
        <translation>aucun message de cette personne sur le réseau</translation>
    </message>
    <message>
        <source>they come back then already</source>
        <translation>reviennent déjà à ce moment</translation>
    </message>
    <message>
        <source>to {name}: {words}</source>
        <comment>an answer of ours</comment>
        <translation>à {name}&#x202f;: {words}</translation>
    </message>
    <message>
        <source>too long for this network</source>
        <translation>trop long pour ce réseau</translation>
    </message>
    <message>
        <source>unread already</source>
        <translation>non lu(s) déjà</translation>
    </message>
    <message numerus="yes">
        <source>up to %n a minute on each channel</source>
        <comment>answers or acts</comment>
        <translation>
            <numerusform>jusqu’à %n par minute sur chaque canal</numerusform>
            <numerusform>jusqu’à %n par minute sur chaque canal</numerusform>
        </translation>
    </message>
    <message>
        <source>waits</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>waits for the network</source>
        <translation>attend le réseau</translation>
    </message>
    <message>
        <source>who wrote it is not known</source>
        <translation>on ne sait pas qui l’a écrit</translation>
    </message>
    <message>
        <source>within a minute</source>
        <translation>en moins d’une minute</translation>
    </message>
    <message>
        <source>without an address</source>
        <translation>sans adresse</translation>
    </message>
    <message>
        <source>{channel} asked for a pause: what goes there leaves by itself afterwards.</source>
        <translation>{channel} a demandé une pause&#x202f;: ce qui va là-bas part tout seul ensuite.</translation>
    </message>
    <message>
        <source>{channel} is not signed in: what goes there waits until somebody signs in again.</source>
        <translation>{channel} n’est pas connecté&#x202f;: ce qui va là-bas attend que quelqu’un se reconnecte.</translation>
    </message>
    <message>
        <source>{channel} is offline: what goes there waits, and leaves by itself when it is back.</source>
        <translation>{channel} est hors ligne&#x202f;: ce qui va là-bas attend, et part tout seul à son retour.</translation>
    </message>
    <message>
        <source>{done} of {all} done.</source>
        <translation>{done} sur {all} faits.</translation>
    </message>
    <message>
        <source>{many} {reason}</source>
        <comment>who is left out: 7 the network has no such act there</comment>
        <translation>{many} ({reason})</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n threads become one</source>
        <translation>
            <numerusform>{name}&#x202f;: %n fil n’en fait plus qu’un</numerusform>
            <numerusform>{name}&#x202f;: %n fils n’en font plus qu’un</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}&#x202f;: {what}</translation>
    </message>
    <message>
        <source>{pace}, {span}</source>
        <translation>{pace}, {span}</translation>
    </message>
    <message>
        <source>{pace}; {price}</source>
        <translation>{pace}&#x202f;; {price}</translation>
    </message>
    <message>
        <source>{part} of {all}</source>
        <translation>{part} sur {all}</translation>
    </message>
    <message>
        <source>{part} of {all} will be answered, {span}.</source>
        <translation>{part} sur {all} auront une réponse, {span}.</translation>
    </message>
    <message>
        <source>{part} of {all}, {span}.</source>
        <translation>{part} sur {all}, {span}.</translation>
    </message>
    <message>
        <source>{part} of {all}.</source>
        <translation>{part} sur {all}.</translation>
    </message>
    <message>
        <source>{person} has them already</source>
        <translation>déjà à {person}</translation>
    </message>
    <message numerus="yes">
        <source>{tag} taken off %n thread(s).</source>
        <translation>
            <numerusform>Étiquette {tag} retirée de %n fil.</numerusform>
            <numerusform>Étiquette {tag} retirée de %n fils.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{blank}” is not known of this person. Write it into the text below, or skip them.</source>
        <translation>«&#x202f;{blank}&#x202f;» n’est pas connu pour cette personne. Écrivez-le dans le texte ci-dessous, ou passez cette personne.</translation>
    </message>
</context>
<context>
    <name>chip</name>
    <message>
        <source>Take away: {what}</source>
        <translation>Retirer&#x202f;: {what}</translation>
    </message>
</context>
<context>
    <name>coach</name>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>End the lesson</source>
        <translation>Terminer la leçon</translation>
    </message>
    <message>
        <source>Learn by doing</source>
        <translation>Apprendre en faisant</translation>
    </message>
    <message>
        <source>Step {at} of {of}.</source>
        <translation>Étape {at} sur {of}.</translation>
    </message>
    <message>
        <source>answers with a saved reply: pick /express with Enter.</source>
        <translation>répond avec une réponse type&#x202f;: choisissez /express avec Entrée.</translation>
    </message>
    <message>
        <source>back to who waits longest, then answer with a saved reply: pick /express with Enter.</source>
        <translation>revient à qui attend depuis le plus longtemps, puis répond avec une réponse type&#x202f;: choisissez /express avec Entrée.</translation>
    </message>
    <message>
        <source>finds everything else. That was all; ready for messages of your own?</source>
        <translation>trouve tout le reste. C’est tout&#x202f;; prêt pour vos propres messages&#x202f;?</translation>
    </message>
    <message>
        <source>is done with a thread that needs no answer.</source>
        <translation>termine un fil qui n’attend pas de réponse.</translation>
    </message>
    <message>
        <source>opens the next one: the top has waited longest.</source>
        <translation>ouvre le suivant&#x202f;: le premier attend depuis le plus longtemps.</translation>
    </message>
    <message>
        <source>sends and is done. Fill the dashed blanks first: type, then Tab.</source>
        <translation>envoie et termine. Remplissez d’abord les blancs en pointillé&#x202f;: écrivez, puis Tab.</translation>
    </message>
    <message>
        <source>takes it back. For ten seconds nothing has left.</source>
        <translation>reprend tout. Pendant dix secondes, rien n’est parti.</translation>
    </message>
</context>
<context>
    <name>composer</name>
    <message numerus="yes">
        <source>%n byte(s) too long. Shorten it, or split it into parts.</source>
        <translation>
            <numerusform>%n octet de trop. Raccourcissez, ou coupez en parties.</numerusform>
            <numerusform>%n octets de trop. Raccourcissez, ou coupez en parties.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too long. Shorten it, or split it into parts.</source>
        <translation>
            <numerusform>%n caractère de trop. Raccourcissez, ou coupez en parties.</numerusform>
            <numerusform>%n caractères de trop. Raccourcissez, ou coupez en parties.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n partie</numerusform>
            <numerusform>%n parties</numerusform>
        </translation>
    </message>
    <message>
        <source>+ Alt</source>
        <comment>add a description to a picture</comment>
        <translation>+ Alt</translation>
    </message>
    <message>
        <source>A field in braces is not filled.</source>
        <translation>Un champ entre accolades n’est pas rempli.</translation>
    </message>
    <message>
        <source>A note keeps no pictures. Those of the saved reply stay out.</source>
        <translation>Une note ne garde pas d’images. Celles de la réponse type restent dehors.</translation>
    </message>
    <message>
        <source>A note keeps no pictures. Write it as an answer, or describe what it shows.</source>
        <translation>Une note ne garde pas d’images. Écrivez une réponse, ou décrivez ce que l’image montre.</translation>
    </message>
    <message>
        <source>A picture can&apos;t go out as it is.</source>
        <translation>Une image ne peut pas partir telle quelle.</translation>
    </message>
    <message>
        <source>A picture is still being made ready. Send once it is here.</source>
        <translation>Une image est encore en préparation. Envoyez dès qu’elle est là.</translation>
    </message>
    <message>
        <source>A torn seam on the left sleeve</source>
        <translation>Une couture déchirée sur la manche gauche</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Add to dictionary</source>
        <translation>Ajouter au dictionnaire</translation>
    </message>
    <message numerus="yes">
        <source>Answer all (%n)</source>
        <translation>
            <numerusform>Répondre à tous (%n)</numerusform>
            <numerusform>Répondre à tous (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer to %n people</source>
        <translation>
            <numerusform>Réponse à %n personne</numerusform>
            <numerusform>Réponse à %n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer to all. {names}</source>
        <translation>Réponse à tous. {names}</translation>
    </message>
    <message>
        <source>Answer to some. {names}</source>
        <translation>Réponse à certains. {names}</translation>
    </message>
    <message>
        <source>Answer to {name}</source>
        <translation>Réponse à {name}</translation>
    </message>
    <message>
        <source>Answer {some} of {all}</source>
        <comment>some of all who had a mail</comment>
        <translation>Répondre à {some} sur {all}</translation>
    </message>
    <message>
        <source>Attach pictures</source>
        <translation>Joindre des images</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Revenir au texte</translation>
    </message>
    <message>
        <source>Begins each part with 1/3, 2/3 and so on</source>
        <translation>Commence chaque partie par 1/3, 2/3, etc.</translation>
    </message>
    <message>
        <source>Describe the picture</source>
        <translation>Décrire l’image</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>Décrire…</translation>
    </message>
    <message>
        <source>Do not check</source>
        <translation>Ne pas vérifier</translation>
    </message>
    <message>
        <source>Each part leaves once the one before it is there. Undo takes all of them back.</source>
        <translation>Chaque partie part quand la précédente est arrivée. Annuler les reprend toutes.</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émojis</translation>
    </message>
    <message>
        <source>Enter describes it, Delete removes it, Ctrl+arrows move it</source>
        <translation>Entrée la décrit, Suppr la retire, Ctrl+flèches la déplacent</translation>
    </message>
    <message numerus="yes">
        <source>Fill %n blank(s)</source>
        <translation>
            <numerusform>Compléter %n champ</numerusform>
            <numerusform>Compléter %n champs</numerusform>
        </translation>
    </message>
    <message>
        <source>Find an emoji by name</source>
        <translation>Chercher un émoji par son nom</translation>
    </message>
    <message>
        <source>Find by name, in English or French</source>
        <translation>Chercher par nom, en français ou en anglais</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Note interne</translation>
    </message>
    <message>
        <source>Internal note about {name}</source>
        <translation>Note interne à propos de {name}</translation>
    </message>
    <message>
        <source>Internal note, only the team reads it</source>
        <translation>Note interne, lue par l’équipe seulement</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Leave it undescribed</source>
        <translation>La laisser sans description</translation>
    </message>
    <message>
        <source>Make it smaller</source>
        <translation>La réduire</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Déplacer à gauche</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Déplacer à droite</translation>
    </message>
    <message>
        <source>No dictionary for {language}. Put its .aff and .dic files into {folder}</source>
        <translation>Pas de dictionnaire pour {language}. Mettez ses fichiers .aff et .dic dans {folder}</translation>
    </message>
    <message>
        <source>No emoji is called that. Try another word.</source>
        <translation>Aucun émoji ne s’appelle ainsi. Essayez un autre mot.</translation>
    </message>
    <message>
        <source>Nobody else gets it.</source>
        <translation>Personne d’autre ne la reçoit.</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>Note sur {name}</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Rien n’est encore écrit.</translation>
    </message>
    <message>
        <source>Number the parts</source>
        <translation>Numéroter les parties</translation>
    </message>
    <message>
        <source>One link or word alone is longer than an answer may be. Shorten it.</source>
        <translation>Un lien ou un mot dépasse à lui seul la longueur permise. Raccourcissez-le.</translation>
    </message>
    <message>
        <source>Only the team reads this. @ names a colleague.</source>
        <translation>Seule l’équipe lit ceci. @ interpelle un collègue.</translation>
    </message>
    <message>
        <source>Other ways to send</source>
        <translation>Autres façons d’envoyer</translation>
    </message>
    <message>
        <source>Picture {place} of {many}: {words}</source>
        <comment>words: what it shows</comment>
        <translation>Image {place} sur {many}&#x202f;: {words}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Pictures of this answer</source>
        <translation>Images de cette réponse</translation>
    </message>
    <message>
        <source>Private answer to {name}</source>
        <translation>Réponse privée à {name}</translation>
    </message>
    <message>
        <source>Public reply</source>
        <translation>Réponse publique</translation>
    </message>
    <message>
        <source>Public, as {handle}</source>
        <translation>Public, en tant que {handle}</translation>
    </message>
    <message>
        <source>Read aloud to people who can&apos;t see it, and shown when it does not load.</source>
        <translation>Lue à voix haute à qui ne peut pas la voir, et affichée si elle ne se charge pas.</translation>
    </message>
    <message>
        <source>Read and send</source>
        <translation>Lire et envoyer</translation>
    </message>
    <message>
        <source>Reading the names…</source>
        <translation>Lecture des noms…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Reply window closes in {hours} h</source>
        <translation>Encore {hours} h pour répondre</translation>
    </message>
    <message>
        <source>Reply window closes in {minutes} min</source>
        <translation>Encore {minutes} min pour répondre</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message numerus="yes">
        <source>Send %n part(s)</source>
        <translation>
            <numerusform>Envoyer %n partie</numerusform>
            <numerusform>Envoyer %n parties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n part(s) and done</source>
        <translation>
            <numerusform>Envoyer %n partie et terminer</numerusform>
            <numerusform>Envoyer %n parties et terminer</numerusform>
        </translation>
    </message>
    <message>
        <source>Send and done</source>
        <translation>Envoyer et terminer</translation>
    </message>
    <message>
        <source>Send as it is</source>
        <translation>Envoyer tel quel</translation>
    </message>
    <message>
        <source>Send in parts</source>
        <translation>Envoyer en plusieurs parties</translation>
    </message>
    <message>
        <source>Send later…</source>
        <translation>Envoyer plus tard…</translation>
    </message>
    <message>
        <source>Send now, without the time to undo</source>
        <translation>Envoyer maintenant, sans délai d’annulation</translation>
    </message>
    <message>
        <source>Send privately: only they read it, nothing shows in public</source>
        <translation>Envoyer en privé&#x202f;: seule cette personne le lit, rien ne paraît en public</translation>
    </message>
    <message>
        <source>Spelling: {language}</source>
        <translation>Orthographe&#x202f;: {language}</translation>
    </message>
    <message>
        <source>Split into parts that fit</source>
        <translation>Couper en parties de la bonne longueur</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Couper…</translation>
    </message>
    <message>
        <source>That is no picture that can be sent. JPEG, PNG, GIF and WebP can.</source>
        <translation>Ce n’est pas une image qu’on peut envoyer. JPEG, PNG, GIF et WebP conviennent.</translation>
    </message>
    <message>
        <source>That picture is too large to be sent from here. Attach a smaller one.</source>
        <translation>Cette image est trop grande pour être envoyée d’ici. Joignez-en une plus petite.</translation>
    </message>
    <message>
        <source>The parts</source>
        <translation>Les parties</translation>
    </message>
    <message>
        <source>There is no {typed}. Look at day and month.</source>
        <translation>Le {typed} n’existe pas. Regardez le jour et le mois.</translation>
    </message>
    <message>
        <source>These files are no pictures that can be sent: {files}. JPEG, PNG, GIF and WebP can.</source>
        <translation>Ces fichiers ne sont pas des images qui peuvent être envoyées&#x202f;: {files}. JPEG, PNG, GIF et WebP le peuvent.</translation>
    </message>
    <message>
        <source>These pictures are too large to be sent from here: {files}. Attach smaller ones.</source>
        <translation>Ces images sont trop grandes pour partir d’ici&#x202f;: {files}. Joignez-en de plus petites.</translation>
    </message>
    <message>
        <source>They complain, and “{words}” may sound as if it did not matter.</source>
        <translation>Cette personne se plaint, et «&#x202f;{words}&#x202f;» peut donner l’impression que ce n’est pas grave.</translation>
    </message>
    <message>
        <source>This can&apos;t be split</source>
        <translation>Impossible de le couper</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>Ce que montre l’image</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Sans</translation>
    </message>
    <message numerus="yes">
        <source>Write to %n people, or / for a saved reply</source>
        <translation>
            <numerusform>Écrivez à %n personne, ou / pour une réponse type</numerusform>
            <numerusform>Écrivez à %n personnes, ou / pour une réponse type</numerusform>
        </translation>
    </message>
    <message>
        <source>Write to {name}, or / for a saved reply</source>
        <translation>Écrire à {name}, ou / pour une réponse type</translation>
    </message>
    <message>
        <source>You sent them the same words before.</source>
        <translation>Vous lui avez déjà envoyé les mêmes mots.</translation>
    </message>
    <message>
        <source>You sent them the same words on {day}.</source>
        <translation>Vous lui avez envoyé les mêmes mots le {day}.</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>un jour</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>un lien</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>un nombre</translation>
    </message>
    <message>
        <source>as {handle}</source>
        <comment>who answers: as @brand</comment>
        <translation>via {handle}</translation>
    </message>
    <message>
        <source>no description yet</source>
        <translation>pas encore de description</translation>
    </message>
    <message>
        <source>off</source>
        <comment>spelling is not checked</comment>
        <translation>désactivée</translation>
    </message>
    <message>
        <source>the writer</source>
        <comment>of a message that is kept out of sight</comment>
        <translation>l’auteur</translation>
    </message>
    <message>
        <source>{channel} can be read here, not answered. A note still works.</source>
        <translation>On peut lire {channel} ici, pas y répondre. Une note reste possible.</translation>
    </message>
    <message numerus="yes">
        <source>{channel} takes %n picture(s). Remove the others to send.</source>
        <translation>
            <numerusform>{channel} accepte %n image. Retirez les autres pour envoyer.</numerusform>
            <numerusform>{channel} accepte %n images. Retirez les autres pour envoyer.</numerusform>
        </translation>
    </message>
    <message>
        <source>{channel} takes answers for {hours} h only, and that time is over.</source>
        <translation>{channel} n’accepte de réponse que pendant {hours} h, et ce temps est écoulé.</translation>
    </message>
    <message>
        <source>{channel} takes no pictures here.</source>
        <translation>{channel} n’accepte pas d’images ici.</translation>
    </message>
    <message>
        <source>{channel} takes no pictures here. Remove them to send.</source>
        <translation>{channel} n’accepte pas d’images ici. Retirez-les pour envoyer.</translation>
    </message>
    <message>
        <source>{channel} takes no pictures here. Those of the saved reply stay out.</source>
        <translation>{channel} ne prend pas d’images ici. Celles de la réponse type restent dehors.</translation>
    </message>
    <message>
        <source>{channel} takes no {kind} pictures.</source>
        <translation>{channel} n’accepte pas les images {kind}.</translation>
    </message>
    <message>
        <source>{channel} wants a new sign-in. What you send waits for it.</source>
        <translation>{channel} demande une nouvelle connexion. Ce que vous envoyez attend jusque-là.</translation>
    </message>
    <message>
        <source>{counter} bytes, {over} too many</source>
        <translation>{counter} octets, {over} de trop</translation>
    </message>
    <message>
        <source>{counter}, costs up to {price}</source>
        <translation>{counter}, coûte jusqu’à {price}</translation>
    </message>
    <message>
        <source>{counter}, {over} too many</source>
        <translation>{counter}, {over} de trop</translation>
    </message>
    <message>
        <source>{file} is no picture that can be sent. JPEG, PNG, GIF and WebP can.</source>
        <translation>{file} n’est pas une image qui peut être envoyée. JPEG, PNG, GIF et WebP le peuvent.</translation>
    </message>
    <message>
        <source>{file} is too large to be sent from here. Attach a smaller one.</source>
        <translation>{file} est trop grande pour partir d’ici. Joignez-en une plus petite.</translation>
    </message>
    <message>
        <source>{hint} ({kind})</source>
        <translation>{hint} ({kind})</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <comment>an answer is taken for so long</comment>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{length} / {limit}</source>
        <translation>{length} / {limit}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <comment>an answer is taken for so long</comment>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{name} answered meanwhile. Read it, then send.</source>
        <translation>{name} a répondu entre-temps. Lisez, puis envoyez.</translation>
    </message>
    <message>
        <source>{name} wrote again. Read it, then send.</source>
        <translation>{name} a réécrit. Lisez, puis envoyez.</translation>
    </message>
    <message>
        <source>{name}, a copy</source>
        <comment>who gets a copy</comment>
        <translation>{name}, en copie</translation>
    </message>
    <message>
        <source>{side} pixels wide or high; {channel} takes {most}.</source>
        <translation>{side} pixels de côté&#x202f;; {channel} en accepte {most}.</translation>
    </message>
    <message>
        <source>{size} MB; {channel} takes {most} MB.</source>
        <translation>{size} Mo&#x202f;; {channel} accepte {most} Mo.</translation>
    </message>
    <message>
        <source>“{name}” does not look like a first name.</source>
        <translation>«&#x202f;{name}&#x202f;» ne ressemble pas à un prénom.</translation>
    </message>
    <message>
        <source>“{name}” in the greeting may be meant to offend.</source>
        <translation>Le nom «&#x202f;{name}&#x202f;» dans la salutation cherche peut-être à choquer.</translation>
    </message>
    <message>
        <source>“{typed}” is no day. Write one, such as 17 June, Friday or 2026-06-17.</source>
        <translation>«&#x202f;{typed}&#x202f;» n’est pas un jour. Écrivez-en un, comme 17 juin, vendredi ou 17/06/2026.</translation>
    </message>
    <message>
        <source>“{typed}” is no link. Write it like https://example.org/help.</source>
        <translation>«&#x202f;{typed}&#x202f;» n’est pas un lien. Écrivez-le comme https://example.org/aide.</translation>
    </message>
    <message>
        <source>“{typed}” is no number. Write digits, such as 12 or 12.50.</source>
        <translation>«&#x202f;{typed}&#x202f;» n’est pas un nombre. Écrivez des chiffres, comme 12 ou 12,50.</translation>
    </message>
    <message>
        <source>“{typed}” is not offered. Choose {values}.</source>
        <translation>«&#x202f;{typed}&#x202f;» n’est pas proposé. Choisissez {values}.</translation>
    </message>
</context>
<context>
    <name>connectors</name>
    <message>
        <source>Access has no end of its own, as long as SocialDesk runs at least once in 90 days. End it on Bluesky at any time under App passwords.</source>
        <translation>L’accès n’a pas de fin, tant que SocialDesk s’ouvre au moins une fois en 90 jours. Vous pouvez y mettre fin sur Bluesky à tout moment, sous Mots de passe d’application.</translation>
    </message>
    <message>
        <source>Answer as {handle}</source>
        <translation>Répondre en tant que {handle}</translation>
    </message>
    <message>
        <source>Answers come in, but without the post they are about.</source>
        <translation>Les réponses arrivent, mais sans la publication dont elles parlent.</translation>
    </message>
    <message>
        <source>Answers to this post are closed on Bluesky. Nothing was sent.</source>
        <translation>Les réponses à cette publication sont fermées sur Bluesky. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>Mot de passe d’application</translation>
    </message>
    <message>
        <source>Bluesky allows more later. It goes on by itself.</source>
        <translation>Bluesky en permet davantage plus tard. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>Bluesky did not accept this. Nothing was sent; change it and try again.</source>
        <translation>Bluesky ne l’a pas accepté. Rien n’a été envoyé&#x202f;; modifiez et réessayez.</translation>
    </message>
    <message>
        <source>Bluesky does not accept this handle and password. Check both; use an app password, not the account&apos;s own.</source>
        <translation>Bluesky n’accepte pas cet identifiant et ce mot de passe. Vérifiez les deux&#x202f;; utilisez un mot de passe d’application, pas celui du compte.</translation>
    </message>
    <message>
        <source>10000</source>
        <translation>10000</translation>
    </message>
    <message>
        <source>123456:ABC…</source>
        <translation>123456:ABC…</translation>
    </message>
    <message>
        <source>1b2c3d4e-0000-0000-0000-000000000000</source>
        <translation>1b2c3d4e-0000-0000-0000-000000000000</translation>
    </message>
    <message>
        <source>A Business Profile API is not switched on for this app. In Google&apos;s console open APIs &amp; Services, Library, and enable all three that the guide “Google Business” in the manual names.</source>
        <translation>Une API Business Profile n’est pas activée pour cette application. Dans la console Google, ouvrez API et services, Bibliothèque, et activez les trois que nomme le guide «&#x202f;Google Business&#x202f;» du manuel.</translation>
    </message>
    <message>
        <source>A WhatsApp Business number</source>
        <translation>Un numéro WhatsApp Business</translation>
    </message>
    <message>
        <source>A bot can block people in groups only. Nothing was done.</source>
        <translation>Un bot ne peut bloquer des personnes que dans des groupes. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>A bot can delete its own messages for 48 hours, and those of others where it is an administrator who may.</source>
        <translation>Un bot peut supprimer ses propres messages pendant 48 heures, et ceux des autres là où il est administrateur et en a le droit.</translation>
    </message>
    <message>
        <source>A bot can write only to people who have pressed Start in its chat. Nothing was sent; answer in the group.</source>
        <translation>Un bot ne peut écrire qu’aux personnes qui ont appuyé sur Démarrer dans sa discussion. Rien n’a été envoyé&#x202f;; répondez dans le groupe.</translation>
    </message>
    <message>
        <source>A bot token has no end of its own. End it at any time in the chat with @BotFather, by /revoke.</source>
        <translation>Un jeton de bot n’a pas de fin. Vous pouvez y mettre fin à tout moment dans la discussion avec @BotFather, par /revoke.</translation>
    </message>
    <message>
        <source>A bot token has no end of its own. Reset it at any time on the Developer Portal, under Bot.</source>
        <translation>Un jeton de bot n’a pas de fin. Vous pouvez le remplacer à tout moment sur le portail des développeurs, sous Bot.</translation>
    </message>
    <message>
        <source>A box was not ticked, so there is nothing to read. Sign in once more and tick every box that Google shows.</source>
        <translation>Une case n’a pas été cochée, il n’y a donc rien à lire. Reconnectez-vous et cochez toutes les cases que Google montre.</translation>
    </message>
    <message>
        <source>A business account</source>
        <translation>Un compte professionnel</translation>
    </message>
    <message>
        <source>A folder of this mailbox is gone or renamed on the mail server. Look there.</source>
        <translation>Un dossier de cette boîte a disparu ou changé de nom sur le serveur de messagerie. Allez y voir.</translation>
    </message>
    <message>
        <source>A machine wrote this mail, so nothing is acknowledged.</source>
        <translation>Une machine a écrit cet e-mail&#x202f;: aucun accusé n’est envoyé.</translation>
    </message>
    <message>
        <source>A message of a kind that is shown only in the network&apos;s own app.</source>
        <translation>Un message d’une sorte qui ne s’affiche que dans l’application du réseau.</translation>
    </message>
    <message>
        <source>A picture is larger than Discord takes. Nothing was sent.</source>
        <translation>Une image est plus grosse que ce que Discord accepte. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>A picture is larger than is taken here. Nothing was sent; make it smaller.</source>
        <translation>Une image est plus grande que ce qui est accepté ici. Rien n’a été envoyé&#x202f;; réduisez-la.</translation>
    </message>
    <message>
        <source>A picture is of a kind that is not taken here. Nothing was sent; choose another one.</source>
        <translation>Une image est d’un type qui n’est pas accepté ici. Rien n’a été envoyé&#x202f;; choisissez-en une autre.</translation>
    </message>
    <message>
        <source>A professional account and an app of your own at Meta</source>
        <translation>Un compte professionnel et votre propre application chez Meta</translation>
    </message>
    <message>
        <source>A server can limit an account.</source>
        <translation>Un serveur peut limiter un compte.</translation>
    </message>
    <message>
        <source>Access has no end of its own once the app in Google&apos;s console is published. End it at any time in your Google account, under third-party connections.</source>
        <translation>L’accès n’a pas de fin une fois l’application publiée dans la console Google. Vous pouvez y mettre fin à tout moment dans votre compte Google, sous Connexions à des tiers.</translation>
    </message>
    <message>
        <source>Access has no end of its own. End it at any time on your server under Preferences, Account, Authorized apps.</source>
        <translation>L’accès n’a pas de fin prévue. Mettez-y fin à tout moment sur votre serveur, dans Préférences, Compte, Applications autorisées.</translation>
    </message>
    <message>
        <source>Access has no end of its own. End it on Reddit at any time under Settings, Privacy, Third-party app authorizations.</source>
        <translation>L’accès n’a pas de fin. Vous pouvez y mettre fin sur Reddit à tout moment, sous Paramètres, Confidentialité, Autorisations d’applications tierces.</translation>
    </message>
    <message>
        <source>Access renews itself. End it at any time on x.com under Settings, Security, Apps and sessions.</source>
        <translation>L’accès se renouvelle tout seul. Retirez-le à tout moment sur x.com, sous Paramètres, Sécurité, Applications et sessions.</translation>
    </message>
    <message>
        <source>Access to a Page has no end of its own. It ends when the password changes, the role on the Page ends or the app is removed; Meta also asks for a new sign-in after 90 days.</source>
        <translation>L’accès à une Page n’a pas de fin. Il s’arrête quand le mot de passe change, quand le rôle sur la Page prend fin ou quand l’application est retirée&#x202f;; Meta demande aussi une nouvelle connexion au bout de 90 jours.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>Access token of Facebook</source>
        <translation>Jeton d’accès de Facebook</translation>
    </message>
    <message>
        <source>Access token of Instagram</source>
        <translation>Jeton d’accès d’Instagram</translation>
    </message>
    <message>
        <source>Account on a Mastodon server</source>
        <translation>Compte sur un serveur Mastodon</translation>
    </message>
    <message>
        <source>Administrators of the group cannot be blocked in it. Nothing was done.</source>
        <translation>Les administrateurs du groupe ne peuvent pas y être bloqués. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Ads that were never published as posts have comments, too.</source>
        <translation>Les publicités jamais publiées ont aussi des commentaires.</translation>
    </message>
    <message>
        <source>Allow managing comments, and sign in again.</source>
        <translation>Autorisez la gestion des commentaires, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Allow managing messages; in the Instagram app, under Settings, Messages, allow access to messages. Then sign in again.</source>
        <translation>Autorisez la gestion des messages&#x202f;; dans l’application Instagram, sous Paramètres, Messages, autorisez l’accès aux messages. Puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Allow pages_manage_engagement, have somebody give you the task “Community activity” on the Page, and sign in again.</source>
        <translation>Autorisez pages_manage_engagement, faites-vous donner la tâche «&#x202f;Activité de la communauté&#x202f;» sur la Page, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Allow pages_messaging, have somebody give you the task “Messages” on the Page, and sign in again.</source>
        <translation>Autorisez pages_messaging, faites-vous donner la tâche «&#x202f;Messages&#x202f;» sur la Page, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Allow pages_read_engagement and pages_read_user_content, and sign in again.</source>
        <translation>Autorisez pages_read_engagement et pages_read_user_content, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Allow threads_content_publish and threads_manage_replies, and sign in again.</source>
        <translation>Autorisez threads_content_publish et threads_manage_replies, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Allow threads_manage_mentions, and sign in again.</source>
        <translation>Autorisez threads_manage_mentions, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Allow threads_read_replies, and sign in again.</source>
        <translation>Autorisez threads_read_replies, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>An app in Google&apos;s console</source>
        <translation>Une application dans la console Google</translation>
    </message>
    <message>
        <source>An app of your own at Meta</source>
        <translation>Votre propre application chez Meta</translation>
    </message>
    <message>
        <source>An app of your own at X, with credit</source>
        <translation>Une app à vous chez X, avec du crédit</translation>
    </message>
    <message>
        <source>An app of your own in your workspace</source>
        <translation>Une application à vous dans votre espace de travail</translation>
    </message>
    <message>
        <source>An app that Google has approved</source>
        <translation>Une application que Google a approuvée</translation>
    </message>
    <message>
        <source>An app that Reddit has approved</source>
        <translation>Une application que Reddit a approuvée</translation>
    </message>
    <message>
        <source>An https address that is among the valid OAuth redirect URIs of your app. Copy the address of the page you end on.</source>
        <translation>Une adresse https qui figure parmi les URI de redirection OAuth valides de votre application. Copiez l’adresse de la page où vous arrivez.</translation>
    </message>
    <message>
        <source>An https address that is registered in your app, such as a page of your own site. Copy the address of the page you end on.</source>
        <translation>Une adresse https enregistrée dans votre application, par exemple une page de votre site. Copiez l’adresse de la page où vous arrivez.</translation>
    </message>
    <message>
        <source>Another app has taken this conversation over. Nothing was sent; answer there, or let that app give it back.</source>
        <translation>Une autre application a pris cette conversation. Rien n’a été envoyé&#x202f;; répondez là-bas, ou faites-la rendre.</translation>
    </message>
    <message>
        <source>Another program reads this bot&apos;s messages with the same token, so some are missing here. End it, or make a new token with @BotFather by /revoke and connect the channel again with that one.</source>
        <translation>Un autre programme lit les messages de ce bot avec le même jeton&#x202f;: il en manque donc ici. Arrêtez-le, ou faites un nouveau jeton auprès de @BotFather par /revoke et reconnectez le canal avec celui-là.</translation>
    </message>
    <message>
        <source>Answer comments as {handle}, hide and delete them</source>
        <translation>Répondre aux commentaires au nom de {handle}, les masquer et les supprimer</translation>
    </message>
    <message>
        <source>Answer the private messages of a personal account</source>
        <translation>Répondre aux messages privés d’un compte personnel</translation>
    </message>
    <message>
        <source>Answered your story.</source>
        <translation>A répondu à votre story.</translation>
    </message>
    <message>
        <source>Answers are shown to everybody</source>
        <translation>Les réponses sont visibles par tout le monde</translation>
    </message>
    <message>
        <source>Any server</source>
        <translation>N’importe quel serveur</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>Identifiant de l’application</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>Clé secrète de l’application</translation>
    </message>
    <message>
        <source>Ask Meta for Advanced Access to managing comments in the app&apos;s review.</source>
        <translation>Demandez à Meta l’accès avancé à la gestion des commentaires, lors de l’examen de l’application.</translation>
    </message>
    <message>
        <source>Ask Meta for Advanced Access to pages_read_user_content in the app&apos;s review.</source>
        <translation>Demandez à Meta l’accès avancé à pages_read_user_content, lors de l’examen de l’application.</translation>
    </message>
    <message>
        <source>Ask the people who run the server about it.</source>
        <translation>Demandez pourquoi à ceux qui gèrent le serveur.</translation>
    </message>
    <message>
        <source>At X&apos;s prices a mention costs about 1.5 cents to read, a direct message 1 cent, an answer 1 to 1.5 cents, an answer with a link 20 cents. Reading stops when the amount is reached and goes on the next day; a third of it is kept for answers.</source>
        <translation>Aux prix de X, lire une mention coûte environ 1,5 centime, un message privé 1 centime, une réponse 1 à 1,5 centime, une réponse avec un lien 20 centimes. La lecture s’arrête quand le montant est atteint et reprend le lendemain&#x202f;; un tiers est gardé pour les réponses.</translation>
    </message>
    <message>
        <source>At developers.facebook.com, under My Apps, make an app of the type Business and add Instagram to it.</source>
        <translation>Sur developers.facebook.com, sous Mes applications, créez une application de type Entreprise et ajoutez-y Instagram.</translation>
    </message>
    <message>
        <source>At developers.facebook.com, under My Apps, make an app of the type Business.</source>
        <translation>Sur developers.facebook.com, sous Mes applications, créez une application de type Entreprise.</translation>
    </message>
    <message>
        <source>At developers.facebook.com, under My Apps, make an app with the use case Access the Threads API.</source>
        <translation>Sur developers.facebook.com, sous Mes applications, créez une application avec le cas d’utilisation Accéder à l’API Threads.</translation>
    </message>
    <message>
        <source>Behind none of the Pages that this sign-in opens is a professional account of Instagram. Connect the account with its Page in Meta&apos;s Business settings, tick both when Facebook asks which ones to use, then sign in again.</source>
        <translation>Aucune des Pages qu’ouvre cette connexion n’a de compte professionnel Instagram. Reliez le compte à sa Page dans les paramètres professionnels de Meta, cochez les deux quand Facebook demande lesquels utiliser, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Block, report and mute</source>
        <translation>Bloquer, signaler et mettre en sourdine</translation>
    </message>
    <message>
        <source>Bluesky asks in the browser for your password. It shows SocialDesk as an app on this computer, and the sign-in ends after two weeks; an app password lasts.</source>
        <translation>Bluesky demande votre mot de passe dans le navigateur. SocialDesk y apparaît comme une application de cet ordinateur, et la connexion prend fin au bout de deux semaines&#x202f;; un mot de passe d’application dure.</translation>
    </message>
    <message>
        <source>Bluesky does not allow this account to do that. Look at its e-mails from Bluesky.</source>
        <translation>Bluesky ne permet pas cela à ce compte. Consultez les e-mails que Bluesky lui a envoyés.</translation>
    </message>
    <message>
        <source>Bluesky does not show them to this sign-in, so the queue would stay empty.</source>
        <translation>Bluesky ne les montre pas à cette connexion&#x202f;: la file resterait vide.</translation>
    </message>
    <message>
        <source>Bluesky does not show whether a report arrived.</source>
        <translation>Bluesky ne montre pas si un signalement est arrivé.</translation>
    </message>
    <message>
        <source>Bluesky has closed this account for writing, so this does not work either.</source>
        <translation>Bluesky a fermé ce compte à l’écriture&#x202f;: cela ne marche donc pas non plus.</translation>
    </message>
    <message>
        <source>Bluesky has closed this account for writing. It can be read, not answered.</source>
        <translation>Bluesky a fermé ce compte à l’écriture. On peut le lire, pas y répondre.</translation>
    </message>
    <message>
        <source>Bluesky has suspended this account. Look at its e-mails from Bluesky, then sign in again.</source>
        <translation>Bluesky a suspendu ce compte. Consultez ses e-mails de Bluesky, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Bluesky hides at most {most} answers below one post. Nothing was hidden.</source>
        <translation>Bluesky masque au plus {most} réponses sous une publication. Rien n’a été masqué.</translation>
    </message>
    <message>
        <source>Bluesky knows no account of that name. Check the handle.</source>
        <translation>Bluesky ne connaît aucun compte de ce nom. Vérifiez l’identifiant.</translation>
    </message>
    <message>
        <source>Bluesky lets you hide answers only below your own posts. Nothing was hidden; you can report or block instead.</source>
        <translation>Bluesky ne laisse masquer des réponses que sous vos propres publications. Rien n’a été masqué&#x202f;; vous pouvez signaler ou bloquer à la place.</translation>
    </message>
    <message>
        <source>Bluesky sent no token. Begin the sign-in once more.</source>
        <translation>Bluesky n’a pas envoyé de jeton. Recommencez la connexion.</translation>
    </message>
    <message>
        <source>Bluesky wants a new sign-in. Connect the channel again with an app password; your answers wait for it.</source>
        <translation>Bluesky demande une nouvelle connexion. Reconnectez le canal avec un mot de passe d’application&#x202f;; vos réponses l’attendent.</translation>
    </message>
    <message>
        <source>Bot token</source>
        <translation>Jeton de bot</translation>
    </message>
    <message>
        <source>Bot token, and take the bot over from another program</source>
        <translation>Jeton de bot, en reprenant le bot à un autre programme</translation>
    </message>
    <message>
        <source>Channels to read whole</source>
        <translation>Salons à lire en entier</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID client</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Code secret du client</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Comments are switched off for this video. Nothing was sent.</source>
        <translation>Les commentaires sont désactivés pour cette vidéo. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Comments below ads will not show up; those below ordinary posts do.</source>
        <translation>Les commentaires sous les publicités n’apparaîtront pas&#x202f;; ceux sous les publications ordinaires, oui.</translation>
    </message>
    <message>
        <source>Comments can be read, not answered.</source>
        <translation>On peut lire les commentaires, pas y répondre.</translation>
    </message>
    <message>
        <source>Comments held for review stay out of sight, and nothing can be hidden.</source>
        <translation>Les commentaires en attente d’examen restent hors de vue, et rien ne peut être masqué.</translation>
    </message>
    <message>
        <source>Configuration ID</source>
        <translation>Identifiant de la configuration</translation>
    </message>
    <message>
        <source>Connect the account it moved to as a channel of its own.</source>
        <translation>Connectez le nouveau compte comme un canal à part.</translation>
    </message>
    <message>
        <source>Customers are mostly strangers to an account.</source>
        <translation>Pour un compte, les clients sont presque toujours des inconnus.</translation>
    </message>
    <message>
        <source>Delete messages and ban people</source>
        <translation>Supprimer des messages et bannir des personnes</translation>
    </message>
    <message>
        <source>Demo network</source>
        <translation>Réseau de démo</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Messages privés</translation>
    </message>
    <message>
        <source>Direct messages can be reported only in the Bluesky app. Nothing was reported.</source>
        <translation>Les messages privés ne se signalent que dans l’application Bluesky. Rien n’a été signalé.</translation>
    </message>
    <message>
        <source>Discord allows more later. It goes on by itself.</source>
        <translation>Discord en permet davantage plus tard. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>Discord did not accept this. Nothing was sent; change it and try again.</source>
        <translation>Discord ne l’a pas accepté. Rien n’a été envoyé&#x202f;; modifiez et réessayez.</translation>
    </message>
    <message>
        <source>Discord does not know this token any more. Reset it on the Developer Portal under Bot, and connect the channel again with the new one; your answers wait for it.</source>
        <translation>Discord ne connaît plus ce jeton. Remplacez-le sur le portail des développeurs, sous Bot, et reconnectez le canal avec le nouveau&#x202f;; vos réponses attendent.</translation>
    </message>
    <message>
        <source>Discord does not know this token. Copy it from the Developer Portal under Bot once more; after Reset Token only the newest one works.</source>
        <translation>Discord ne connaît pas ce jeton. Copiez-le de nouveau sur le portail des développeurs, sous Bot&#x202f;; après Reset Token, seul le plus récent marche.</translation>
    </message>
    <message>
        <source>Discord does not let this bot listen. It is asked from time to time instead.</source>
        <translation>Discord ne laisse pas ce bot écouter. On l’interroge de temps en temps à la place.</translation>
    </message>
    <message>
        <source>Discord does not take requests from here. Try again later.</source>
        <translation>Discord n’accepte pas de demandes d’ici. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>Discord has no such thing. Nothing was done.</source>
        <translation>Discord n’a rien de tel. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Discord knows nothing of the kind. Nothing was done.</source>
        <translation>Discord ne connaît rien de tel. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Discord shows a bot the words of all messages only where that is switched on.</source>
        <translation>Discord ne montre à un bot le texte de tous les messages que là où c’est activé.</translation>
    </message>
    <message>
        <source>Does not recommend this Page.</source>
        <translation>Ne recommande pas cette Page.</translation>
    </message>
    <message>
        <source>Facebook did not answer properly. SocialDesk looks whether it arrived.</source>
        <translation>Facebook n’a pas répondu correctement. SocialDesk regarde si c’est arrivé.</translation>
    </message>
    <message>
        <source>Facebook does not say who wrote this, so they cannot be blocked from here. Block them on Facebook.</source>
        <translation>Facebook ne dit pas qui a écrit cela&#x202f;: impossible de bloquer cette personne d’ici. Bloquez-la sur Facebook.</translation>
    </message>
    <message>
        <source>Facebook has nothing for that. Nothing was done.</source>
        <translation>Facebook n’a rien pour cela. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Facebook lets this be hidden or deleted only on the Page itself. Nothing was done; look at it on Facebook.</source>
        <translation>Facebook ne permet de masquer ou de supprimer cela que sur la Page elle-même. Rien n’a été fait&#x202f;; regardez sur Facebook.</translation>
    </message>
    <message>
        <source>Facebook sent no token. Begin the sign-in once more.</source>
        <translation>Facebook n’a pas envoyé de jeton. Recommencez la connexion.</translation>
    </message>
    <message>
        <source>Facebook takes no private answer to this: it was answered privately before, it is older than seven days, or its writer takes no messages. Nothing was sent; answer in public instead.</source>
        <translation>Facebook n’accepte pas de réponse privée ici&#x202f;: il y en a déjà eu une, le commentaire a plus de sept jours, ou son auteur ne prend pas de messages. Rien n’a été envoyé&#x202f;; répondez en public.</translation>
    </message>
    <message>
        <source>Fill in {field}.</source>
        <translation>Remplissez {field}.</translation>
    </message>
    <message>
        <source>For a bot whose messages go to a website or another program so far. That one gets none any more.</source>
        <translation>Pour un bot dont les messages vont jusqu’ici à un site ou à un autre programme. Celui-ci n’en reçoit plus.</translation>
    </message>
    <message>
        <source>For a browser on another computer. The server shows a code after you allowed it: copy the whole address of that page and paste it into SocialDesk.</source>
        <translation>Pour un navigateur sur un autre ordinateur. Après votre accord, le serveur affiche un code&#x202f;: copiez l’adresse entière de cette page et collez-la dans SocialDesk.</translation>
    </message>
    <message>
        <source>For an account that is connected with a Page. In Meta&apos;s Business settings, under System users, make a token for your app with the permissions of Instagram and Pages.</source>
        <translation>Pour un compte relié à une Page. Dans les paramètres professionnels de Meta, sous Utilisateurs système, créez un jeton pour votre application avec les autorisations d’Instagram et des Pages.</translation>
    </message>
    <message>
        <source>For an account that is connected with a Page. The App ID and the App secret are on developers.facebook.com, in your app, under App settings, Basic.</source>
        <translation>Pour un compte relié à une Page. L’identifiant et la clé secrète sont sur developers.facebook.com, dans votre application, sous Paramètres de l’app, Général.</translation>
    </message>
    <message>
        <source>For people with Telegram Business who connect the bot to their account.</source>
        <translation>Pour les personnes qui ont Telegram Business et relient le bot à leur compte.</translation>
    </message>
    <message>
        <source>For the protection. You confirm each one.</source>
        <translation>Pour la protection. Vous confirmez chaque geste.</translation>
    </message>
    <message>
        <source>Go back and sign in again; a token needs the scope read.</source>
        <translation>Revenez en arrière et connectez-vous à nouveau&#x202f;; un jeton doit avoir la permission read.</translation>
    </message>
    <message>
        <source>Go back and sign in again; a token needs the scope write.</source>
        <translation>Revenez en arrière et connectez-vous à nouveau&#x202f;; un jeton doit avoir la permission write.</translation>
    </message>
    <message>
        <source>Go back and sign in with a new app password.</source>
        <translation>Revenez en arrière et connectez-vous avec un nouveau mot de passe d’application.</translation>
    </message>
    <message>
        <source>Google allows more in a moment. It goes on by itself.</source>
        <translation>Google en permet davantage dans un instant. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>Google did not accept this. Nothing was sent; change it and try again.</source>
        <translation>Google ne l’a pas accepté. Rien n’a été envoyé&#x202f;; modifiez et réessayez.</translation>
    </message>
    <message>
        <source>Google does not allow that for this location. Its profile must be verified, and the account must manage it.</source>
        <translation>Google ne le permet pas pour cet établissement. Sa fiche doit être validée, et le compte doit la gérer.</translation>
    </message>
    <message>
        <source>Google does not know the app of this sign-in any more, or its secret was changed. Look at it in Google&apos;s console under Clients, then sign in again; nothing is lost.</source>
        <translation>Google ne connaît plus l’application de cette connexion, ou son code secret a changé. Vérifiez-la dans la console Google, sous Clients, puis reconnectez-vous&#x202f;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>Google does not offer that to other programs.</source>
        <translation>Google ne l’offre pas aux autres programmes.</translation>
    </message>
    <message>
        <source>Google does not show them to this sign-in, so the queue would stay empty.</source>
        <translation>Google ne les montre pas à cette connexion, la file resterait donc vide.</translation>
    </message>
    <message>
        <source>Google gave a sign-in that ends within the hour. Sign in once more; if it happens again, make a new client of the type “Desktop app”.</source>
        <translation>Google a donné une connexion qui s’achève dans l’heure. Reconnectez-vous&#x202f;; si cela se répète, créez un nouveau client du type «&#x202f;Application de bureau&#x202f;».</translation>
    </message>
    <message>
        <source>Google has not opened its Business Profile API to this app yet. Ask for it with Google&apos;s form (the guide “Google Business” in the manual leads there); the answer can take two weeks.</source>
        <translation>Google n’a pas encore ouvert son API Business Profile à cette application. Demandez-le par le formulaire de Google (le guide «&#x202f;Google Business&#x202f;» du manuel y mène)&#x202f;; la réponse peut prendre deux semaines.</translation>
    </message>
    <message>
        <source>Google wants a new sign-in. Connect the channel again; your answers wait for it.</source>
        <translation>Google demande une nouvelle connexion. Reconnectez le canal&#x202f;; vos réponses l’attendent.</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Have somebody give you the task “Ads” on the Page, and sign in again.</source>
        <translation>Faites-vous donner la tâche «&#x202f;Publicités&#x202f;» sur la Page, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Hide and remove comments, block people</source>
        <translation>Masquer et retirer des commentaires, bloquer des personnes</translation>
    </message>
    <message>
        <source>Hide answers, block and report</source>
        <translation>Masquer des réponses, bloquer et signaler</translation>
    </message>
    <message>
        <source>Hide replies to your posts</source>
        <translation>Masquer les réponses à vos publications</translation>
    </message>
    <message>
        <source>Hide, delete, block and report</source>
        <translation>Masquer, supprimer, bloquer et signaler</translation>
    </message>
    <message>
        <source>Human Agent</source>
        <translation>Human Agent</translation>
    </message>
    <message>
        <source>IMAP. Leave it empty to have it found.</source>
        <translation>IMAP. Laissez vide pour qu’il soit trouvé.</translation>
    </message>
    <message>
        <source>In Meta&apos;s Business settings, under System users, make a token for your app with the permissions of Pages and Messenger.</source>
        <translation>Dans les paramètres professionnels de Meta, sous Utilisateurs système, créez un jeton pour votre application avec les autorisations des Pages et de Messenger.</translation>
    </message>
    <message>
        <source>In Telegram, write /newbot to @BotFather and follow its questions. It answers with a token.</source>
        <translation>Dans Telegram, écrivez /newbot à @BotFather et suivez ses questions. Il répond par un jeton.</translation>
    </message>
    <message>
        <source>In X&apos;s console set the app to “Read and write and Direct message”, then sign in again.</source>
        <translation>Dans la console de X, réglez l’app sur «&#x202f;Read and write and Direct message&#x202f;», puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>In groups where it is no administrator, only messages come that mention the bot or answer it.</source>
        <translation>Dans les groupes où il n’est pas administrateur, seuls arrivent les messages qui mentionnent le bot ou lui répondent.</translation>
    </message>
    <message>
        <source>In the chats of a personal account one picture goes with an answer. Nothing was sent; send the others after it.</source>
        <translation>Dans les discussions d’un compte personnel, une seule image accompagne une réponse. Rien n’a été envoyé&#x202f;; envoyez les autres ensuite.</translation>
    </message>
    <message>
        <source>In the console, under Keys and tokens, OAuth 2.0</source>
        <translation>Dans la console, sous Keys and tokens, OAuth 2.0</translation>
    </message>
    <message>
        <source>In the server&apos;s settings, under Roles, give the bot Manage Messages and Ban Members.</source>
        <translation>Dans les paramètres du serveur, sous Rôles, donnez au bot Gérer les messages et Bannir des membres.</translation>
    </message>
    <message>
        <source>In the server&apos;s settings, under Roles, give the bot Send Messages, Send Messages in Threads, Attach Files and Add Reactions.</source>
        <translation>Dans les paramètres du serveur, sous Rôles, donnez au bot Envoyer des messages, Envoyer des messages dans les fils, Joindre des fichiers et Ajouter des réactions.</translation>
    </message>
    <message>
        <source>In the server&apos;s settings, under Roles, give the bot View Channels and Read Message History.</source>
        <translation>Dans les paramètres du serveur, sous Rôles, donnez au bot Voir les salons et Voir les anciens messages.</translation>
    </message>
    <message>
        <source>In your app at developers.facebook.com, add your account as a Threads tester and accept that in Threads. Then generate a token under Use cases, Threads, Settings, User Token Generator.</source>
        <translation>Dans votre application sur developers.facebook.com, ajoutez votre compte comme testeur Threads et acceptez-le dans Threads. Générez ensuite un jeton sous Cas d’utilisation, Threads, Paramètres, Générateur de jetons.</translation>
    </message>
    <message>
        <source>In your app at developers.facebook.com, under Instagram, API setup with Instagram login, add your account and generate a token.</source>
        <translation>Dans votre application sur developers.facebook.com, sous Instagram, Configuration de l’API avec connexion Instagram, ajoutez votre compte et générez un jeton.</translation>
    </message>
    <message>
        <source>In your app at developers.facebook.com, under Instagram, API setup with Instagram login, you find the Instagram App ID and secret. Add the return address under Business login settings.</source>
        <translation>Dans votre application sur developers.facebook.com, sous Instagram, Configuration de l’API avec connexion Instagram, se trouvent l’identifiant et la clé secrète Instagram. Ajoutez l’adresse de retour dans les paramètres de connexion.</translation>
    </message>
    <message>
        <source>Instagram App ID</source>
        <translation>Identifiant de l’app Instagram</translation>
    </message>
    <message>
        <source>Instagram App secret</source>
        <translation>Clé secrète de l’app Instagram</translation>
    </message>
    <message>
        <source>Instagram did not answer properly. SocialDesk looks whether it arrived.</source>
        <translation>Instagram n’a pas répondu correctement. SocialDesk regarde si c’est arrivé.</translation>
    </message>
    <message>
        <source>Instagram does not say who wrote this, so they cannot be blocked from here. Block them on Instagram.</source>
        <translation>Instagram ne dit pas qui a écrit cela&#x202f;: impossible de bloquer cette personne d’ici. Bloquez-la sur Instagram.</translation>
    </message>
    <message>
        <source>Instagram does not show them to this sign-in, so the queue would stay empty.</source>
        <translation>Instagram ne les montre pas à cette connexion&#x202f;: la file resterait vide.</translation>
    </message>
    <message>
        <source>Instagram does not take this token: it has ended, or a piece of it is missing. Make a new one and paste it whole.</source>
        <translation>Instagram n’accepte pas ce jeton&#x202f;: il est terminé, ou il en manque un morceau. Créez-en un nouveau et collez-le en entier.</translation>
    </message>
    <message>
        <source>Instagram has nothing for that. Nothing was done.</source>
        <translation>Instagram n’a rien pour cela. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Instagram takes an answer here only where the caption names you with an @. Nothing was sent; answer on Instagram.</source>
        <translation>Instagram n’accepte une réponse ici que si la légende vous nomme avec un @. Rien n’a été envoyé&#x202f;; répondez sur Instagram.</translation>
    </message>
    <message>
        <source>Instagram takes at most four hashtags in a comment. Nothing was sent; take some out.</source>
        <translation>Instagram accepte au plus quatre hashtags dans un commentaire. Rien n’a été envoyé&#x202f;; retirez-en.</translation>
    </message>
    <message>
        <source>Instagram takes at most one link in a comment. Nothing was sent; take one out.</source>
        <translation>Instagram accepte au plus un lien dans un commentaire. Rien n’a été envoyé&#x202f;; retirez-en un.</translation>
    </message>
    <message>
        <source>Instagram takes no comment in capital letters only. Nothing was sent; write it in small ones.</source>
        <translation>Instagram n’accepte pas de commentaire tout en majuscules. Rien n’a été envoyé&#x202f;; écrivez-le en minuscules.</translation>
    </message>
    <message>
        <source>Instagram&apos;s own sign-in lasts 60 days and is renewed every week while SocialDesk runs. Through Facebook it has no end of its own, but Meta asks for a new sign-in after 90 days.</source>
        <translation>La connexion propre à Instagram dure 60 jours et se renouvelle chaque semaine tant que SocialDesk tourne. Par Facebook elle n’a pas de fin, mais Meta demande une nouvelle connexion au bout de 90 jours.</translation>
    </message>
    <message>
        <source>It is larger than the server takes.</source>
        <translation>Elle est plus grande que ce que le serveur accepte.</translation>
    </message>
    <message>
        <source>It stands below the name of the app.</source>
        <translation>Il se trouve sous le nom de l’application.</translation>
    </message>
    <message>
        <source>It was sent, but no copy of it is in Sent: the mailbox is full.</source>
        <translation>C’est envoyé, mais il n’y a pas de copie dans Envoyés&#x202f;: la boîte est pleine.</translation>
    </message>
    <message>
        <source>It was sent, but perhaps no copy of it is in Sent: the mailbox could not be reached in time.</source>
        <translation>C’est envoyé, mais il n’y a peut-être pas de copie dans Envoyés&#x202f;: la boîte n’a pas été jointe à temps.</translation>
    </message>
    <message>
        <source>Keep copies in the folder Sent</source>
        <translation>Garder une copie dans le dossier Envoyés</translation>
    </message>
    <message>
        <source>Larger than Telegram takes. Nothing was sent.</source>
        <translation>Plus gros que ce que Telegram accepte. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Leave empty, unless you run a Bot API server of your own</source>
        <translation>À laisser vide, sauf si vous avez votre propre serveur de l’API des bots</translation>
    </message>
    <message>
        <source>Leave it empty for an installed app: that has none.</source>
        <translation>À laisser vide pour une «&#x202f;installed app&#x202f;»&#x202f;: elle n’en a pas.</translation>
    </message>
    <message>
        <source>Lines that stay open must be encrypted.</source>
        <translation>Les lignes qui restent ouvertes doivent être chiffrées.</translation>
    </message>
    <message>
        <source>LinkedIn shows the comments of a page only to apps that it has reviewed for its Community Management API. SocialDesk does not speak it yet; it is planned.</source>
        <translation>LinkedIn ne montre les commentaires d’une page qu’aux applications examinées pour son API de gestion de communauté. SocialDesk ne la prend pas encore en charge&#x202f;; c’est prévu.</translation>
    </message>
    <message>
        <source>Longer than Telegram takes below a picture. Nothing was sent.</source>
        <translation>Plus long que ce que Telegram accepte sous une image. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Longer than Telegram takes. Nothing was sent; shorten it.</source>
        <translation>Plus long que ce que Telegram accepte. Rien n’a été envoyé&#x202f;; raccourcissez.</translation>
    </message>
    <message>
        <source>Longer than the server takes with the names before it, by {over}. Nothing was sent; shorten it and send again.</source>
        <translation>Trop long pour le serveur avec les noms qui précèdent, de {over}. Rien n’a été envoyé&#x202f;; raccourcissez et renvoyez.</translation>
    </message>
    <message>
        <source>Longer than {most} bytes, by {over}. Nothing was sent; shorten it and send again.</source>
        <translation>Trop long pour {most} octets, de {over}. Rien n’a été envoyé&#x202f;; raccourcissez et renvoyez.</translation>
    </message>
    <message>
        <source>Longer than {most} characters, by {over}. Nothing was sent; shorten it and send again.</source>
        <translation>Trop long pour {most} caractères, de {over}. Rien n’a été envoyé&#x202f;; raccourcissez et renvoyez.</translation>
    </message>
    <message>
        <source>Look at the e-mails from Bluesky about this account, then try again.</source>
        <translation>Consultez les e-mails de Bluesky à propos de ce compte, puis réessayez.</translation>
    </message>
    <message>
        <source>Look in X&apos;s console whether the app has credit, then sign in again and allow everything X lists.</source>
        <translation>Regardez dans la console de X si l’app a du crédit, puis reconnectez-vous et autorisez tout ce que X énumère.</translation>
    </message>
    <message>
        <source>Mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>Mail has nothing of that kind. Nothing was done.</source>
        <translation>L’e-mail ne connaît rien de tel. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Boîte e-mail</translation>
    </message>
    <message>
        <source>Make a folder Sent in the mailbox, then try again.</source>
        <translation>Créez un dossier Envoyés (Sent) dans la boîte, puis réessayez.</translation>
    </message>
    <message>
        <source>Make the bot an administrator of the group, or write /setprivacy to @BotFather and choose Disable; then take the bot out of the group and add it again.</source>
        <translation>Nommez le bot administrateur du groupe, ou écrivez /setprivacy à @BotFather et choisissez Disable&#x202f;; retirez ensuite le bot du groupe et ajoutez-le de nouveau.</translation>
    </message>
    <message>
        <source>Mastodon</source>
        <translation>Mastodon</translation>
    </message>
    <message>
        <source>Mastodon hides no answers. Nothing was hidden; you can report or block instead.</source>
        <translation>Mastodon ne masque pas de réponses. Rien n’a été masqué&#x202f;; vous pouvez signaler ou bloquer.</translation>
    </message>
    <message>
        <source>Mentioned you in a story.</source>
        <translation>Vous a mentionné dans une story.</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Mentions can be read, not answered.</source>
        <translation>On peut lire les mentions, pas y répondre.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Messages of others cannot be deleted, or people not be banned.</source>
        <translation>Les messages des autres ne peuvent pas être supprimés, ou des personnes pas bannies.</translation>
    </message>
    <message>
        <source>Messages of strangers are let through</source>
        <translation>Les messages d’inconnus passent</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Messenger</translation>
    </message>
    <message>
        <source>Meta does not know these keys of an app, or they do not belong together. Copy both from App settings, Basic.</source>
        <translation>Meta ne connaît pas ces clés d’application, ou elles ne vont pas ensemble. Copiez les deux depuis Paramètres de l’app, Général.</translation>
    </message>
    <message>
        <source>Meta does not know these keys of an app, or they do not belong together. Copy both from the app&apos;s dashboard.</source>
        <translation>Meta ne connaît pas ces clés d’application, ou elles ne vont pas ensemble. Copiez les deux depuis le tableau de bord de l’application.</translation>
    </message>
    <message>
        <source>Meta does not know this return address. In your app, under Facebook Login, Settings, add it to the valid OAuth redirect URIs; then begin once more.</source>
        <translation>Meta ne connaît pas cette adresse de retour. Dans votre application, sous Facebook Login, Paramètres, ajoutez-la aux URI de redirection OAuth valides&#x202f;; puis recommencez.</translation>
    </message>
    <message>
        <source>Meta does not show them to this sign-in, so the queue would stay empty.</source>
        <translation>Meta ne les montre pas à cette connexion&#x202f;: la file resterait vide.</translation>
    </message>
    <message>
        <source>Meta does not show this Page&apos;s recommendations. They may be turned off on the Page.</source>
        <translation>Meta ne montre pas les recommandations de cette Page. Elles y sont peut-être désactivées.</translation>
    </message>
    <message>
        <source>Meta does not take this token: it has ended, or a piece of it is missing. Make a new one and paste it whole.</source>
        <translation>Meta n’accepte pas ce jeton&#x202f;: il est terminé, ou il en manque un morceau. Créez-en un nouveau et collez-le en entier.</translation>
    </message>
    <message>
        <source>Meta sent no token. Begin the sign-in once more.</source>
        <translation>Meta n’a pas envoyé de jeton. Recommencez la connexion.</translation>
    </message>
    <message>
        <source>Meta shows this app only what people with a role in it write. Comments of everybody else are missing.</source>
        <translation>Meta ne montre à cette application que ce qu’écrivent les personnes qui y ont un rôle. Les commentaires de tous les autres manquent.</translation>
    </message>
    <message>
        <source>Moderators have locked this comment. Nothing was sent.</source>
        <translation>Des modérateurs ont verrouillé ce commentaire. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Moderators have locked this post. Nothing was sent.</source>
        <translation>Des modérateurs ont verrouillé cette publication. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>A rule has no name.</source>
        <translation>Une règle n’a pas de nom.</translation>
    </message>
    <message>
        <source>A colleague&apos;s own view names this tag. Nothing was deleted; merge it into another tag instead.</source>
        <translation>Une vue personnelle d’un collègue nomme cette étiquette. Rien n’a été supprimé&#x202f;; fusionnez-la plutôt avec une autre.</translation>
    </message>
    <message>
        <source>A contact cannot be joined with itself. Choose another one.</source>
        <translation>On ne peut pas réunir un contact avec lui-même. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A field needs a name. Give it one and save again.</source>
        <translation>Un champ doit porter un nom. Donnez-lui-en un, puis enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>A picture of /{shortcut} is no longer on this machine. Nothing was saved; attach it again.</source>
        <translation>Une image de /{shortcut} n’est plus sur cet ordinateur. Rien n’a été enregistré&#x202f;; joignez-la à nouveau.</translation>
    </message>
    <message>
        <source>A picture of this answer is no longer on this machine. Nothing was sent; attach it again.</source>
        <translation>Une image de cette réponse n’est plus sur cet ordinateur. Rien n’a été envoyé&#x202f;; joignez-la à nouveau.</translation>
    </message>
    <message>
        <source>A rule may do {most} things at most.</source>
        <translation>Une règle fait {most} choses au plus.</translation>
    </message>
    <message>
        <source>A rule that waits for much at once has nothing to do with what is there already. Nothing was done.</source>
        <translation>Une règle qui attend un afflux n’a rien à faire de ce qui est déjà là. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>A third contact was joined to them since. Take that back first.</source>
        <translation>Un troisième contact leur a été réuni depuis. Annulez d’abord cela.</translation>
    </message>
    <message>
        <source>A third thread was put with these two since. Take that one apart first.</source>
        <translation>Un troisième fil a été fusionné avec ces deux-là depuis. Séparez d’abord celui-là.</translation>
    </message>
    <message>
        <source>Access has no end of its own. End it by changing the password, by deleting the app password at your provider, or in your account at Google or Microsoft.</source>
        <translation>L’accès n’a pas de fin en soi. Mettez-y fin en changeant le mot de passe, en supprimant le mot de passe d’application chez votre fournisseur, ou dans votre compte Google ou Microsoft.</translation>
    </message>
    <message>
        <source>All pictures of saved replies together would take more than 60 MB. Nothing was saved; take some out first.</source>
        <translation>Les images des réponses types dépasseraient 60 Mo au total. Rien n’a été enregistré&#x202f;; retirez-en d’abord.</translation>
    </message>
    <message>
        <source>Another SocialDesk is busy with this workspace. Wait for it to end, or close it, and try again.</source>
        <translation>Un autre SocialDesk travaille dans cet espace. Attendez qu’il ait fini, ou fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Another program holds {path}. Close it and try again; nothing was changed.</source>
        <translation>Un autre programme occupe {path}. Fermez-le et réessayez&#x202f;; rien n’a changé.</translation>
    </message>
    <message>
        <source>Another program holds {path}. Close it and try again; nothing was lost.</source>
        <translation>Un autre programme occupe {path}. Fermez-le et réessayez&#x202f;; rien n’a été perdu.</translation>
    </message>
    <message>
        <source>Application (client) ID</source>
        <translation>ID d’application (client)</translation>
    </message>
    <message>
        <source>Check the server for sending, and whether the account may send from other programs (Microsoft calls that Authenticated SMTP).</source>
        <translation>Vérifiez le serveur d’envoi, et si le compte peut envoyer depuis d’autres programmes (Microsoft appelle cela SMTP authentifié).</translation>
    </message>
    <message>
        <source>Choose a priority.</source>
        <translation>Choisissez une priorité.</translation>
    </message>
    <message>
        <source>Choose a saved reply.</source>
        <translation>Choisissez une réponse type.</translation>
    </message>
    <message>
        <source>Choose as what the rule keeps the thread out of sight.</source>
        <translation>Choisissez à quel titre la règle met le fil hors de vue.</translation>
    </message>
    <message>
        <source>Choose for which channels the rule is, or say that it is for all of them.</source>
        <translation>Choisissez pour quels canaux vaut la règle, ou dites qu’elle vaut pour tous.</translation>
    </message>
    <message>
        <source>Choose members of the team, or nobody.</source>
        <translation>Choisissez des membres de l’équipe, ou personne.</translation>
    </message>
    <message>
        <source>Choose the contacts the rule asks about.</source>
        <translation>Choisissez les contacts dont parle la règle.</translation>
    </message>
    <message>
        <source>Choose to whom the rule gives the thread.</source>
        <translation>Choisissez à qui la règle confie le fil.</translation>
    </message>
    <message>
        <source>Choose who is told.</source>
        <translation>Choisissez qui est prévenu.</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Annuaire</translation>
    </message>
    <message>
        <source>Discord no longer speaks the way this SocialDesk does. Update SocialDesk; nothing that is here is lost.</source>
        <translation>Discord ne parle plus comme cette version de SocialDesk. Mettez SocialDesk à jour&#x202f;; rien de ce qui est ici n’est perdu.</translation>
    </message>
    <message>
        <source>For Gmail and Google Workspace. The sign-in goes through an app of your own in Google&apos;s console. The guide “E-mail” in the manual shows each step; it takes ten minutes, once.</source>
        <translation>Pour Gmail et Google Workspace. La connexion passe par une application à vous dans la console Google. Le guide «&#x202f;E-mail&#x202f;» du manuel montre chaque étape&#x202f;; cela prend dix minutes, une seule fois.</translation>
    </message>
    <message>
        <source>For Outlook.com, Hotmail and Microsoft 365. The sign-in goes through an app of your own in Microsoft&apos;s admin center. The guide “E-mail” in the manual shows each step; it takes ten minutes, once.</source>
        <translation>Pour Outlook.com, Hotmail et Microsoft 365. La connexion passe par une application à vous dans le centre d’administration Microsoft. Le guide «&#x202f;E-mail&#x202f;» du manuel montre chaque étape&#x202f;; cela prend dix minutes, une seule fois.</translation>
    </message>
    <message>
        <source>Give the passphrase that shall protect this workspace.</source>
        <translation>Indiquez la phrase secrète qui doit protéger cet espace.</translation>
    </message>
    <message>
        <source>Give the passphrase that shall protect this workspace: --passphrase-file FILE.</source>
        <translation>Indiquez la phrase secrète qui doit protéger cet espace&#x202f;: --passphrase-file FILE.</translation>
    </message>
    <message>
        <source>Give the rule a name.</source>
        <translation>Donnez un nom à la règle.</translation>
    </message>
    <message>
        <source>Give the rule a shorter name: {most} characters at most.</source>
        <translation>Donnez à la règle un nom plus court&#x202f;: {most} caractères au plus.</translation>
    </message>
    <message>
        <source>Give the tag a name.</source>
        <translation>Donnez un nom à l’étiquette.</translation>
    </message>
    <message>
        <source>Give the tag a shorter name: {most} characters at most.</source>
        <translation>Donnez à l’étiquette un nom plus court&#x202f;: {most} caractères au plus.</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Donnez un nom à la vue.</translation>
    </message>
    <message>
        <source>Give the view a shorter name: {most} characters at most.</source>
        <translation>Donnez à la vue un nom plus court&#x202f;: {most} caractères au plus.</translation>
    </message>
    <message>
        <source>Gmail, iCloud, Yahoo, Fastmail and many others want an app password: make one in the security settings of the account. Mailboxes at Microsoft take no password: sign in with Microsoft instead.</source>
        <translation>Gmail, iCloud, Yahoo, Fastmail et bien d’autres veulent un mot de passe d’application&#x202f;: créez-en un dans les paramètres de sécurité du compte. Les boîtes chez Microsoft n’acceptent pas de mot de passe&#x202f;: connectez-vous plutôt avec Microsoft.</translation>
    </message>
    <message>
        <source>Google has suspended this Business Profile. Look at its e-mails from Google, ask there for it to be reinstated, then try again; what is here stays.</source>
        <translation>Google a suspendu cette fiche d’établissement. Lisez les e-mails de Google à son sujet, demandez-y son rétablissement, puis réessayez&#x202f;; ce qui est ici reste.</translation>
    </message>
    <message>
        <source>Google keeps one reply to each review, and this one has a reply already. Correct that one, or delete it first, then send this again.</source>
        <translation>Google garde une seule réponse par avis, et celui-ci en a déjà une. Corrigez-la, ou supprimez-la d’abord, puis renvoyez celle-ci.</translation>
    </message>
    <message>
        <source>Google no longer has the interface that this SocialDesk asks. Update SocialDesk; nothing that is here is lost.</source>
        <translation>Google n’a plus l’interface que cette version de SocialDesk interroge. Mettez SocialDesk à jour&#x202f;; rien de ce qui est ici n’est perdu.</translation>
    </message>
    <message>
        <source>It is not built as a rule is.</source>
        <translation>Ce n’est pas construit comme une règle.</translation>
    </message>
    <message>
        <source>It is not known any more who had that message. Nothing was sent; answer its writer alone.</source>
        <translation>On ne sait plus qui avait reçu ce message. Rien n’a été envoyé&#x202f;; répondez à son auteur seul.</translation>
    </message>
    <message>
        <source>It took {took} ms with one message; {most} ms are allowed.</source>
        <translation>Elle a pris {took} ms pour un message&#x202f;; {most} ms sont permises.</translation>
    </message>
    <message>
        <source>It was sent, but not to {addresses}: the mail server knows no such address. The others have it.</source>
        <translation>C’est envoyé, mais pas à {addresses}&#x202f;: le serveur de messagerie ne connaît pas cette adresse. Les autres l’ont reçu.</translation>
    </message>
    <message>
        <source>Leave names, passwords and anything after a question mark out of the address; the call is signed instead.</source>
        <translation>Ne mettez dans l’adresse ni nom, ni mot de passe, ni rien après un point d’interrogation&#x202f;; l’appel est signé à la place.</translation>
    </message>
    <message>
        <source>Let a moderator invite this account to the subreddit, or go on without.</source>
        <translation>Faites inviter ce compte par un modérateur du subreddit, ou continuez sans.</translation>
    </message>
    <message>
        <source>Looking whether it arrived.</source>
        <translation>Vérification de l’arrivée en cours.</translation>
    </message>
    <message>
        <source>Mail address and password, or a sign-in at Google or Microsoft</source>
        <translation>Adresse e-mail et mot de passe, ou une connexion chez Google ou Microsoft</translation>
    </message>
    <message>
        <source>Make a folder Trash in the mailbox, then try again.</source>
        <translation>Créez un dossier Corbeille (Trash) dans la boîte, puis réessayez.</translation>
    </message>
    <message>
        <source>Microsoft gave a sign-in that ends within the hour. Add offline_access to the app&apos;s permissions, then sign in once more.</source>
        <translation>Microsoft a donné une connexion qui prend fin dans l’heure. Ajoutez offline_access aux autorisations de l’application, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Microsoft takes no password from other programs for this mailbox. Go back and choose “Sign in with Microsoft”; the guide “E-mail” in the manual shows each step.</source>
        <translation>Microsoft n’accepte pas de mot de passe d’autres programmes pour cette boîte. Revenez en arrière et choisissez «&#x202f;Se connecter avec Microsoft&#x202f;»&#x202f;; le guide «&#x202f;E-mail&#x202f;» du manuel montre chaque étape.</translation>
    </message>
    <message>
        <source>More pictures than are taken here: {most} at most. Nothing was sent; take some out.</source>
        <translation>Plus d’images que ce qui est accepté ici&#x202f;: {most} au plus. Rien n’a été envoyé&#x202f;; retirez-en.</translation>
    </message>
    <message>
        <source>More pictures than the server takes: {most} at most. Nothing was sent.</source>
        <translation>Plus d’images que le serveur n’en accepte&#x202f;: {most} au plus. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>More than 3,200 own posts came since the last reading; X gives no more than the newest of them.</source>
        <translation>Plus de 3&#x202f;200 publications à vous sont arrivées depuis la dernière lecture&#x202f;; X ne donne que les plus récentes.</translation>
    </message>
    <message>
        <source>More than 500 posts tagged this account since the last look; the older ones of them are missing.</source>
        <translation>Plus de 500 publications ont identifié ce compte depuis la dernière lecture&#x202f;; les plus anciennes d’entre elles manquent.</translation>
    </message>
    <message>
        <source>More than 800 posts came since the last reading; X gives no more than the newest of them.</source>
        <translation>Plus de 800 publications sont arrivées depuis la dernière lecture&#x202f;; X n’en donne que les plus récentes.</translation>
    </message>
    <message>
        <source>More than twenty messages came in one conversation between two looks; the network gives no more than those.</source>
        <translation>Plus de vingt messages sont arrivés dans une conversation entre deux lectures&#x202f;; le réseau n’en donne pas davantage.</translation>
    </message>
    <message>
        <source>Most of what the network allows is used; what is left is kept for your answers. It goes on by itself.</source>
        <translation>Presque tout ce que le réseau autorise est utilisé&#x202f;; le reste est gardé pour vos réponses. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>Most to spend a day, in US dollars</source>
        <translation>Dépense maximale par jour, en dollars</translation>
    </message>
    <message>
        <source>Move mails to the trash</source>
        <translation>Mettre des e-mails à la corbeille</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No account: made-up people</source>
        <translation>Aucun compte&#x202f;: des personnes inventées</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Aucune réponse n’est venue à temps.</translation>
    </message>
    <message>
        <source>No pictures are taken here. Nothing was sent; send the text alone.</source>
        <translation>Aucune image n’est acceptée ici. Rien n’a été envoyé&#x202f;; envoyez le texte seul.</translation>
    </message>
    <message>
        <source>No thread has this tag any more: somebody renamed or deleted it meanwhile. Nothing was changed.</source>
        <translation>Plus aucun fil ne porte cette étiquette&#x202f;: quelqu’un l’a renommée ou supprimée entre-temps. Rien n’a changé.</translation>
    </message>
    <message>
        <source>Nobody asks about this version of the rule any more. Nothing was changed.</source>
        <translation>Plus personne ne demande d’avis sur cette version de la règle. Rien n’a changé.</translation>
    </message>
    <message>
        <source>Not banned, for the bot may not: this person is kept quiet in the server for 28 days.</source>
        <translation>Pas bannie, car le bot n’en a pas le droit&#x202f;: cette personne est réduite au silence sur le serveur pendant 28 jours.</translation>
    </message>
    <message>
        <source>Not granted. Comments will work; messages will not show up.</source>
        <translation>Non accordé. Les commentaires marcheront&#x202f;; les messages n’apparaîtront pas.</translation>
    </message>
    <message>
        <source>Not granted. Mentions will work; direct messages will not show up.</source>
        <translation>Pas accordé. Les mentions marcheront&#x202f;; les messages privés n’apparaîtront pas.</translation>
    </message>
    <message>
        <source>Not granted. Private messages that mention nobody else may not show up.</source>
        <translation>Non accordé. Des messages privés qui ne mentionnent personne d’autre peuvent manquer.</translation>
    </message>
    <message>
        <source>Not granted. Replies and mentions will work; private messages will not show up.</source>
        <translation>Pas accordé. Réponses et mentions marcheront&#x202f;; les messages privés n’apparaîtront pas.</translation>
    </message>
    <message>
        <source>Not sent: its channel is disconnected. Connect it again, then it goes out.</source>
        <translation>Pas envoyé&#x202f;: son canal est déconnecté. Reconnectez-le, et cela partira.</translation>
    </message>
    <message>
        <source>Not sent: part {part} was taken back. Send this part as it is, or edit it.</source>
        <translation>Pas envoyée&#x202f;: la partie {part} a été annulée. Envoyez cette partie telle quelle, ou modifiez-la.</translation>
    </message>
    <message>
        <source>Not sent: the workspace was repaired meanwhile. Read it once more, then send it.</source>
        <translation>Pas envoyée&#x202f;: l’espace a été réparé entre-temps. Relisez-la, puis envoyez-la.</translation>
    </message>
    <message>
        <source>Not sent: {who} answered while you were writing. Read it, then send or edit.</source>
        <translation>Pas envoyée&#x202f;: {who} a répondu pendant que vous écriviez. Lisez, puis envoyez ou modifiez.</translation>
    </message>
    <message>
        <source>Not sent: {who} wrote again while you were writing. Read it, then send or edit.</source>
        <translation>Pas envoyée&#x202f;: {who} a réécrit pendant que vous écriviez. Lisez, puis envoyez ou modifiez.</translation>
    </message>
    <message>
        <source>Not the password of the account</source>
        <translation>Pas le mot de passe du compte</translation>
    </message>
    <message>
        <source>Nothing can be written in {folder}, where SocialDesk keeps what you do and what comes in. Nothing was changed. Make the folder, or the disk it is on, writable; or copy it to where you may write, and open the copy with --workspace DIR.</source>
        <translation>Rien ne peut être écrit dans {folder}, où SocialDesk garde ce que vous faites et ce qui arrive. Rien n’a changé. Rendez modifiable ce dossier, ou le disque qui le porte&#x202f;; ou copiez-le là où vous pouvez écrire, et ouvrez la copie avec --workspace DIR.</translation>
    </message>
    <message>
        <source>Nothing is sent without a person pressing Send.</source>
        <translation>Rien ne part sans que quelqu’un appuie sur Envoyer.</translation>
    </message>
    <message>
        <source>Nothing was imported. {sentence}</source>
        <translation>Rien n’a été importé. {sentence}</translation>
    </message>
    <message>
        <source>Of a system user, a person or a Page</source>
        <translation>D’un utilisateur système, d’une personne ou d’une Page</translation>
    </message>
    <message>
        <source>On Bluesky make a new app password with “Allow access to your direct messages”, and sign in with that one.</source>
        <translation>Sur Bluesky, créez un nouveau mot de passe d’application qui autorise l’accès à vos messages privés, et connectez-vous avec celui-là.</translation>
    </message>
    <message>
        <source>On Bluesky nobody can delete what others wrote.</source>
        <translation>Sur Bluesky, personne ne peut supprimer ce que d’autres ont écrit.</translation>
    </message>
    <message>
        <source>On Bluesky: Settings, Privacy and security, App passwords. Allow access to your direct messages.</source>
        <translation>Sur Bluesky&#x202f;: Paramètres, Vie privée et sécurité, Mots de passe d’application. Autorisez l’accès à vos messages privés.</translation>
    </message>
    <message>
        <source>On Discord&apos;s Developer Portal: New Application, then Bot, Reset Token. Invite the bot to your server before you connect it.</source>
        <translation>Sur le portail des développeurs de Discord&#x202f;: New Application, puis Bot, Reset Token. Invitez le bot sur votre serveur avant de le connecter.</translation>
    </message>
    <message>
        <source>On Mastodon nobody but a server&apos;s moderators can delete what others wrote.</source>
        <translation>Sur Mastodon, seuls les modérateurs d’un serveur peuvent supprimer ce que d’autres ont écrit.</translation>
    </message>
    <message>
        <source>On the Developer Portal, under Bot, switch on Message Content Intent.</source>
        <translation>Sur le portail des développeurs, sous Bot, activez Message Content Intent.</translation>
    </message>
    <message>
        <source>On the server: Notifications, filter settings. Choose “Filter” or “Accept” instead of “Ignore”.</source>
        <translation>Sur le serveur&#x202f;: Notifications, paramètres de filtrage. Choisissez «&#x202f;Filtrer&#x202f;» ou «&#x202f;Accepter&#x202f;» au lieu de «&#x202f;Ignorer&#x202f;».</translation>
    </message>
    <message>
        <source>On your server: Preferences, Development, New application. Keep the scopes read and write, save, and copy “Your access token”.</source>
        <translation>Sur votre serveur&#x202f;: Préférences, Développement, Nouvelle application. Gardez les permissions read et write, enregistrez, puis copiez «&#x202f;Votre jeton d’accès&#x202f;».</translation>
    </message>
    <message>
        <source>One of the conditions has too many or too long values.</source>
        <translation>L’une des conditions a des valeurs trop nombreuses ou trop longues.</translation>
    </message>
    <message>
        <source>One of the things the rule is to do is too long.</source>
        <translation>L’une des choses à faire est trop longue.</translation>
    </message>
    <message>
        <source>One of the two was forgotten for good.</source>
        <translation>L’un des deux a été oublié définitivement.</translation>
    </message>
    <message>
        <source>One of these tags is being changed on many threads still. Nothing was changed; try again in a moment.</source>
        <translation>Une de ces étiquettes est encore en train de changer sur beaucoup de fils. Rien n’a changé&#x202f;; réessayez dans un instant.</translation>
    </message>
    <message>
        <source>One of you has blocked the other, so this cannot be sent.</source>
        <translation>L’un de vous a bloqué l’autre&#x202f;: cela ne peut pas être envoyé.</translation>
    </message>
    <message>
        <source>Only a person can be written to privately. Nothing was sent.</source>
        <translation>On ne peut écrire en privé qu’à une personne. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Only for apps of the type Web App. A Native App has none.</source>
        <translation>Seulement pour les apps de type Web App. Une Native App n’en a pas.</translation>
    </message>
    <message>
        <source>Only for apps with Facebook Login for Business: the ID of the configuration made there.</source>
        <translation>Seulement pour les applications avec Facebook Login for Business&#x202f;: l’identifiant de la configuration faite là-bas.</translation>
    </message>
    <message>
        <source>Only if Google has granted your app more than 10,000.</source>
        <translation>Seulement si Google a accordé à votre application plus de 10&#x202f;000.</translation>
    </message>
    <message>
        <source>Only if the app is for the accounts of one company.</source>
        <translation>Seulement si l’application est pour les comptes d’une seule entreprise.</translation>
    </message>
    <message>
        <source>Only if you need it: in @BotFather choose the bot, Bot Settings, Business Mode, Turn on.</source>
        <translation>Seulement si vous en avez besoin&#x202f;: chez @BotFather, choisissez le bot, Bot Settings, Business Mode, Turn on.</translation>
    </message>
    <message>
        <source>Only made-up people see it. Nothing leaves this computer.</source>
        <translation>Seules des personnes inventées le voient. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Only messages that mention the bot come with their words.</source>
        <translation>Seuls les messages qui mentionnent le bot arrivent avec leur texte.</translation>
    </message>
    <message>
        <source>Only own messages can be corrected.</source>
        <translation>Seuls nos propres messages peuvent être corrigés.</translation>
    </message>
    <message>
        <source>Only own messages can be deleted.</source>
        <translation>Seuls vos propres messages peuvent être supprimés.</translation>
    </message>
    <message>
        <source>Only where it is not the mail address.</source>
        <translation>Seulement s’il diffère de l’adresse e-mail.</translation>
    </message>
    <message>
        <source>Open the demo network</source>
        <translation>Ouvrir le réseau de démonstration</translation>
    </message>
    <message>
        <source>Password or app password</source>
        <translation>Mot de passe ou mot de passe d’application</translation>
    </message>
    <message>
        <source>Paste an access token.</source>
        <translation>Collez un jeton d’accès.</translation>
    </message>
    <message>
        <source>Paste the access token as the server shows it.</source>
        <translation>Collez le jeton d’accès tel que le serveur l’affiche.</translation>
    </message>
    <message>
        <source>Posts and replies can be read, not answered.</source>
        <translation>On peut lire les publications et les réponses, pas y répondre.</translation>
    </message>
    <message>
        <source>Posts of others that tag you will not show up.</source>
        <translation>Les publications d’autres personnes qui vous identifient n’apparaîtront pas.</translation>
    </message>
    <message>
        <source>Posts on the Page</source>
        <translation>Publications sur la Page</translation>
    </message>
    <message>
        <source>Read and answer Messenger</source>
        <translation>Lire Messenger et y répondre</translation>
    </message>
    <message>
        <source>Read and answer direct messages</source>
        <translation>Lire les messages privés et y répondre</translation>
    </message>
    <message>
        <source>Read and answer messages</source>
        <translation>Lire les messages et y répondre</translation>
    </message>
    <message>
        <source>Read and answer private messages</source>
        <translation>Lire les messages privés et y répondre</translation>
    </message>
    <message>
        <source>Read and answer private messages to {handle}</source>
        <translation>Lire les messages privés à {handle} et y répondre</translation>
    </message>
    <message>
        <source>Read comments</source>
        <translation>Lire les commentaires</translation>
    </message>
    <message>
        <source>Read comments and posts on the Page</source>
        <translation>Lire les commentaires et les publications sur la Page</translation>
    </message>
    <message>
        <source>Read comments below ads</source>
        <translation>Lire les commentaires sous les publicités</translation>
    </message>
    <message>
        <source>Read comments, mentions and messages</source>
        <translation>Lire les commentaires, mentions et messages</translation>
    </message>
    <message>
        <source>Read comments, mentions, messages and reviews</source>
        <translation>Lire les commentaires, mentions, messages et avis</translation>
    </message>
    <message>
        <source>Read mentions and replies</source>
        <translation>Lire les mentions et les réponses</translation>
    </message>
    <message>
        <source>Read modmail, remove comments</source>
        <translation>Lire le courrier des modérateurs, retirer des commentaires</translation>
    </message>
    <message>
        <source>Read private messages</source>
        <translation>Lire les messages privés</translation>
    </message>
    <message>
        <source>Read recommendations</source>
        <translation>Lire les recommandations</translation>
    </message>
    <message>
        <source>Read replies and mentions</source>
        <translation>Lire les réponses et les mentions</translation>
    </message>
    <message>
        <source>Read reviews</source>
        <translation>Lire les avis</translation>
    </message>
    <message>
        <source>Read the channels of the server</source>
        <translation>Lire les salons du serveur</translation>
    </message>
    <message>
        <source>Read the inbox</source>
        <translation>Lire la boîte de réception</translation>
    </message>
    <message>
        <source>Reading mail was not granted, so there is nothing to read. Add IMAP.AccessAsUser.All and SMTP.Send to the app&apos;s permissions, then sign in once more.</source>
        <translation>La lecture du courrier n’a pas été accordée&#x202f;: il n’y a donc rien à lire. Ajoutez IMAP.AccessAsUser.All et SMTP.Send aux autorisations de l’application, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>Recommandations</translation>
    </message>
    <message>
        <source>Recommends this Page.</source>
        <translation>Recommande cette Page.</translation>
    </message>
    <message>
        <source>Reddit allows more later. It goes on by itself.</source>
        <translation>Reddit en permet davantage plus tard. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>Reddit did not accept this. Nothing was sent; change it and try again.</source>
        <translation>Reddit ne l’a pas accepté. Rien n’a été envoyé&#x202f;; modifiez et réessayez.</translation>
    </message>
    <message>
        <source>Reddit does not allow this account to do that. Open it on Reddit with this account to see why.</source>
        <translation>Reddit ne le permet pas à ce compte. Ouvrez-le sur Reddit avec ce compte pour voir pourquoi.</translation>
    </message>
    <message>
        <source>Reddit does not know these keys of an app, or they do not belong together. Check what was typed.</source>
        <translation>Reddit ne connaît pas ces clés d’application, ou elles ne vont pas ensemble. Vérifiez ce qui a été saisi.</translation>
    </message>
    <message>
        <source>Reddit does not let this account write there. Nothing was sent.</source>
        <translation>Reddit ne laisse pas ce compte écrire à cet endroit. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Reddit does not let this app in. Since November 2025 each app needs Reddit&apos;s approval before its first request; the guide “Reddit” in the manual says how to ask for it.</source>
        <translation>Reddit ne laisse pas entrer cette application. Depuis novembre 2025, chaque application doit être approuvée par Reddit avant sa première requête&#x202f;; le guide «&#x202f;Reddit&#x202f;» du manuel dit comment le demander.</translation>
    </message>
    <message>
        <source>Reddit does not offer that to other programs.</source>
        <translation>Reddit ne l’offre pas aux autres programmes.</translation>
    </message>
    <message>
        <source>Reddit does not show them to this sign-in, so the queue would stay empty.</source>
        <translation>Reddit ne les montre pas à cette connexion, la file resterait donc vide.</translation>
    </message>
    <message>
        <source>Reddit finds this too long. Nothing was sent; shorten it.</source>
        <translation>Reddit trouve ce texte trop long. Rien n’a été envoyé&#x202f;; raccourcissez-le.</translation>
    </message>
    <message>
        <source>Reddit gave a sign-in that ends within a day. Sign in once more.</source>
        <translation>Reddit a donné une connexion qui s’achève dans la journée. Reconnectez-vous.</translation>
    </message>
    <message>
        <source>Reddit has archived this post: nobody can answer or vote there any more.</source>
        <translation>Reddit a archivé cette publication&#x202f;: plus personne ne peut y répondre ni y voter.</translation>
    </message>
    <message>
        <source>Reddit has closed this subreddit. Nothing was sent.</source>
        <translation>Reddit a fermé ce subreddit. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Reddit has suspended this account. Look at Reddit&apos;s message about it, then sign in again.</source>
        <translation>Reddit a suspendu ce compte. Lisez le message de Reddit à ce sujet, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>Reddit is read through an app of your own that Reddit has approved. Its redirect address must be http://127.0.0.1:8722/callback. The guide “Reddit” in the manual shows each step.</source>
        <translation>Reddit se lit par une application à vous que Reddit a approuvée. Son adresse de redirection doit être http://127.0.0.1:8722/callback. Le guide «&#x202f;Reddit&#x202f;» du manuel montre chaque étape.</translation>
    </message>
    <message>
        <source>Reddit wants a new sign-in. Connect the channel again; your answers wait for it.</source>
        <translation>Reddit demande une nouvelle connexion. Reconnectez le canal&#x202f;; vos réponses l’attendent.</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>Réponses</translation>
    </message>
    <message>
        <source>Replies cannot be hidden from here.</source>
        <translation>Les réponses ne peuvent pas être masquées d’ici.</translation>
    </message>
    <message>
        <source>Replies will work; mentions in other people&apos;s posts will not show up.</source>
        <translation>Les réponses marcheront&#x202f;; les mentions dans les publications d’autres personnes n’apparaîtront pas.</translation>
    </message>
    <message>
        <source>Reply as {handle}</source>
        <translation>Répondre en tant que {handle}</translation>
    </message>
    <message>
        <source>Return address</source>
        <translation>Adresse de retour</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Reviews are read through an app of your own in Google&apos;s console, which Google must have approved for its Business Profile API. The guide “Google Business” in the manual shows each step; the approval can take two weeks.</source>
        <translation>Les avis se lisent par une application à vous dans la console Google, que Google doit avoir approuvée pour son API Business Profile. Le guide «&#x202f;Google Business&#x202f;» du manuel montre chaque étape&#x202f;; l’approbation peut prendre deux semaines.</translation>
    </message>
    <message>
        <source>Reviews can be read, not replied to.</source>
        <translation>Les avis se lisent, mais on ne peut pas y répondre.</translation>
    </message>
    <message>
        <source>Rule {place}: {sentence}</source>
        <translation>Règle {place}&#x202f;: {sentence}</translation>
    </message>
    <message>
        <source>SMTP. Leave it empty to have it found.</source>
        <translation>SMTP. Laissez vide pour qu’il soit trouvé.</translation>
    </message>
    <message>
        <source>Say after how long a silence.</source>
        <translation>Dites après combien de temps de silence.</translation>
    </message>
    <message>
        <source>Say how late, a year at most.</source>
        <translation>Dites de combien de retard, un an au plus.</translation>
    </message>
    <message>
        <source>Say how many messages, two at least, within which time, a day at most.</source>
        <translation>Dites combien de messages, deux au moins, en combien de temps, un jour au plus.</translation>
    </message>
    <message>
        <source>Say until when the rule snoozes.</source>
        <translation>Dites jusqu’à quand la règle remet à plus tard.</translation>
    </message>
    <message>
        <source>Say what the rule is to do.</source>
        <translation>Dites ce que la règle doit faire.</translation>
    </message>
    <message>
        <source>Say which tag.</source>
        <translation>Dites quelle étiquette.</translation>
    </message>
    <message>
        <source>See all messages of its groups</source>
        <translation>Voir tous les messages de ses groupes</translation>
    </message>
    <message>
        <source>See posts that mention you</source>
        <translation>Voir les publications qui vous mentionnent</translation>
    </message>
    <message>
        <source>See posts that tag you</source>
        <translation>Voir les publications qui vous identifient</translation>
    </message>
    <message>
        <source>See the words of messages</source>
        <translation>Voir le texte des messages</translation>
    </message>
    <message>
        <source>See what everybody writes</source>
        <translation>Voir ce que tout le monde écrit</translation>
    </message>
    <message>
        <source>See what everybody writes, and who it was</source>
        <translation>Voir ce que tout le monde écrit, et qui c’était</translation>
    </message>
    <message>
        <source>See which post an answer belongs to</source>
        <translation>Voir à quelle publication appartient une réponse</translation>
    </message>
    <message>
        <source>See your posts and the comments below them</source>
        <translation>Voir vos publications et les commentaires dessous</translation>
    </message>
    <message>
        <source>See your posts and the replies to them</source>
        <translation>Voir vos publications et les réponses</translation>
    </message>
    <message>
        <source>Sent without some pictures: the network did not take them. Look there before you send them again.</source>
        <translation>Envoyé sans certaines images&#x202f;: le réseau ne les a pas acceptées. Regardez là-bas avant de les renvoyer.</translation>
    </message>
    <message>
        <source>Sent without the picture: the network did not take it. Look there before you send it again.</source>
        <translation>Envoyé sans l’image&#x202f;: le réseau ne l’a pas acceptée. Regardez là-bas avant de la renvoyer.</translation>
    </message>
    <message>
        <source>Sent, but {many} pictures were not taken. Look on the network before you send them again.</source>
        <translation>Envoyé, mais {many} images n’ont pas été prises. Regardez sur le réseau avant de les renvoyer.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Server for reading</source>
        <translation>Serveur de réception</translation>
    </message>
    <message>
        <source>Server for sending</source>
        <translation>Serveur d’envoi</translation>
    </message>
    <message>
        <source>Sign in again and allow all that Reddit lists.</source>
        <translation>Reconnectez-vous et autorisez tout ce que Reddit énumère.</translation>
    </message>
    <message>
        <source>Sign in again and allow everything X lists.</source>
        <translation>Reconnectez-vous et autorisez tout ce que X énumère.</translation>
    </message>
    <message>
        <source>Sign in again and tick every box that Google shows.</source>
        <translation>Reconnectez-vous et cochez toutes les cases que Google montre.</translation>
    </message>
    <message>
        <source>Sign in with Facebook in the browser</source>
        <translation>Se connecter avec Facebook dans le navigateur</translation>
    </message>
    <message>
        <source>Sign in with Google</source>
        <translation>Se connecter avec Google</translation>
    </message>
    <message>
        <source>Sign in with Instagram in the browser</source>
        <translation>Se connecter avec Instagram dans le navigateur</translation>
    </message>
    <message>
        <source>Sign in with Microsoft</source>
        <translation>Se connecter avec Microsoft</translation>
    </message>
    <message>
        <source>Sign in with Reddit</source>
        <translation>Se connecter avec Reddit</translation>
    </message>
    <message>
        <source>Sign in with X</source>
        <translation>Se connecter avec X</translation>
    </message>
    <message>
        <source>Sign in with a browser that cannot come back here</source>
        <translation>Se connecter avec un navigateur qui ne peut pas revenir ici</translation>
    </message>
    <message>
        <source>Sign in with an account that manages the location.</source>
        <translation>Connectez-vous avec un compte qui gère l’établissement.</translation>
    </message>
    <message>
        <source>Sign in with the account that owns the channel.</source>
        <translation>Connectez-vous avec le compte auquel appartient la chaîne.</translation>
    </message>
    <message>
        <source>Sign in with the browser</source>
        <translation>Se connecter dans le navigateur</translation>
    </message>
    <message>
        <source>Sign in with the browser, with a published app</source>
        <translation>Se connecter dans le navigateur, avec une application publiée</translation>
    </message>
    <message>
        <source>Sign in with the browser, with an app in development</source>
        <translation>Se connecter dans le navigateur, avec une application en développement</translation>
    </message>
    <message>
        <source>So everybody who uses the mailbox sees what was answered, and SocialDesk sees what they answer.</source>
        <translation>Pour que tous ceux qui utilisent la boîte voient ce qui a été répondu, et que SocialDesk voie ce qu’ils répondent.</translation>
    </message>
    <message>
        <source>So mails appear in the queue. Whether a mail was read stays as it is in the mailbox.</source>
        <translation>Pour que les e-mails apparaissent dans la file. Ce qui est lu ou non lu dans la boîte ne change pas.</translation>
    </message>
    <message>
        <source>So messages appear in the queue as well.</source>
        <translation>Pour que les messages apparaissent aussi dans la file.</translation>
    </message>
    <message>
        <source>So that comments below your channel&apos;s posts appear in the queue.</source>
        <translation>Pour que les commentaires sous les publications de votre canal apparaissent dans la file.</translation>
    </message>
    <message>
        <source>So that no comment is missed and each has a name.</source>
        <translation>Pour qu’aucun commentaire ne manque et que chacun ait un nom.</translation>
    </message>
    <message>
        <source>So that no comment is missed.</source>
        <translation>Pour qu’aucun commentaire ne manque.</translation>
    </message>
    <message>
        <source>So that what is said to the bot appears in the queue.</source>
        <translation>Pour que ce qui est dit au bot apparaisse dans la file.</translation>
    </message>
    <message>
        <source>So they appear in the queue as well.</source>
        <translation>Pour qu’ils apparaissent aussi dans la file.</translation>
    </message>
    <message>
        <source>So they appear in the queue.</source>
        <translation>Pour qu’ils apparaissent dans la file.</translation>
    </message>
    <message>
        <source>So they appear in the queue. Nothing is sent without a person pressing Send.</source>
        <translation>Pour qu’ils apparaissent dans la file. Rien ne part sans qu’une personne appuie sur Envoyer.</translation>
    </message>
    <message>
        <source>SocialDesk asks Telegram first which personal accounts are connected. It goes on by itself.</source>
        <translation>SocialDesk demande d’abord à Telegram quels comptes personnels sont reliés. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>SocialDesk could not read this channel properly; it tries again by itself.</source>
        <translation>SocialDesk n’a pas pu lire ce canal correctement&#x202f;; il réessaie tout seul.</translation>
    </message>
    <message>
        <source>SocialDesk could not sign in there. Nothing was changed; try again.</source>
        <translation>SocialDesk n’a pas pu s’y connecter. Rien n’a été modifié&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>SocialDesk does not know who wrote that message. Nothing was done.</source>
        <translation>SocialDesk ne sait pas qui a écrit ce message. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>SocialDesk does not speak Matrix yet: nothing stands in the way on Matrix’s side, the connector is still to be written. It is planned.</source>
        <translation>SocialDesk ne prend pas encore Matrix en charge&#x202f;: rien ne s’y oppose du côté de Matrix, le connecteur reste à écrire. C’est prévu.</translation>
    </message>
    <message>
        <source>SocialDesk does not speak Slack yet: nothing stands in the way for an app of your own, the connector is still to be written. It is planned.</source>
        <translation>SocialDesk ne prend pas encore Slack en charge&#x202f;: rien n’empêche de passer par une application à vous, le connecteur reste à écrire. C’est prévu.</translation>
    </message>
    <message>
        <source>SocialDesk forgets the access, and ends it where it signed in through the browser. A token that was pasted ends on your server under Preferences, Development.</source>
        <translation>SocialDesk oublie l’accès, et y met fin s’il s’était connecté par le navigateur. Un jeton collé prend fin sur votre serveur, sous Préférences, Développement.</translation>
    </message>
    <message>
        <source>SocialDesk forgets the access. To end it for good, delete the app password at your provider, change the password, or remove SocialDesk in your account at Google or Microsoft.</source>
        <translation>SocialDesk oublie l’accès. Pour y mettre fin définitivement, supprimez le mot de passe d’application chez votre fournisseur, changez de mot de passe, ou retirez SocialDesk de votre compte Google ou Microsoft.</translation>
    </message>
    <message>
        <source>SocialDesk forgets the access. To end it for good, remove the app in Facebook&apos;s settings, under Business integrations.</source>
        <translation>SocialDesk oublie l’accès. Pour y mettre fin définitivement, retirez l’application dans les réglages de Facebook, sous Intégrations professionnelles.</translation>
    </message>
    <message>
        <source>SocialDesk forgets the access. To end it for good, remove the app in the settings of Threads, under Website permissions.</source>
        <translation>SocialDesk oublie l’accès. Pour y mettre fin définitivement, retirez l’application dans les réglages de Threads, sous Autorisations du site web.</translation>
    </message>
    <message>
        <source>SocialDesk forgets the access. To end it for good, remove the app where you allowed it: on Instagram under Website permissions, or on Facebook under Business integrations.</source>
        <translation>SocialDesk oublie l’accès. Pour y mettre fin définitivement, retirez l’application là où vous l’avez autorisée&#x202f;: sur Instagram sous Autorisations du site web, ou sur Facebook sous Intégrations professionnelles.</translation>
    </message>
    <message>
        <source>SocialDesk forgets the token. To end it for good, reset it on the Developer Portal, under Bot.</source>
        <translation>SocialDesk oublie le jeton. Pour y mettre fin définitivement, réinitialisez-le sur le Developer Portal, sous Bot.</translation>
    </message>
    <message>
        <source>SocialDesk forgets the token. To end it for good, use /revoke in the chat with @BotFather.</source>
        <translation>SocialDesk oublie le jeton. Pour y mettre fin définitivement, envoyez /revoke dans la discussion avec @BotFather.</translation>
    </message>
    <message>
        <source>SocialDesk is still at work in this workspace. Wait a moment, then try again.</source>
        <translation>SocialDesk travaille encore dans cet espace. Attendez un instant, puis réessayez.</translation>
    </message>
    <message>
        <source>SocialDesk lost track of this answer. Look on the platform whether it is there, then say what is true.</source>
        <translation>SocialDesk a perdu la trace de cette réponse. Regardez sur la plateforme si elle s’y trouve, puis dites ce qui est vrai.</translation>
    </message>
    <message>
        <source>SocialDesk made a mistake here.</source>
        <translation>SocialDesk a commis une erreur ici.</translation>
    </message>
    <message>
        <source>SocialDesk reads this mailbox from the beginning.</source>
        <translation>SocialDesk lit cette boîte depuis le début.</translation>
    </message>
    <message>
        <source>Somebody changed how this member works meanwhile. Nothing was changed; look at it, then save yours.</source>
        <translation>Quelqu’un a modifié entre-temps le service de ce membre. Rien n’a changé&#x202f;; regardez sa version, puis enregistrez la vôtre.</translation>
    </message>
    <message>
        <source>Somebody changed the hours or the targets meanwhile. Nothing was changed; look at them, then save yours.</source>
        <translation>Quelqu’un a modifié entre-temps les horaires ou les délais. Rien n’a changé&#x202f;; regardez sa version, puis enregistrez la vôtre.</translation>
    </message>
    <message>
        <source>Somebody changed the order of the queue meanwhile. Nothing was changed; look at theirs, then save yours.</source>
        <translation>Quelqu’un a modifié entre-temps l’ordre de la file. Rien n’a changé&#x202f;; regardez sa version, puis enregistrez la vôtre.</translation>
    </message>
    <message>
        <source>Somebody changed “{name}” meanwhile. Nothing was saved; look at it, then save yours.</source>
        <translation>Quelqu’un a modifié «&#x202f;{name}&#x202f;» entre-temps. Rien n’a été enregistré&#x202f;; regardez sa version, puis enregistrez la vôtre.</translation>
    </message>
    <message>
        <source>Somebody else has to look at this rule: whoever wants it switched on cannot be the second person.</source>
        <translation>Quelqu’un d’autre doit regarder cette règle&#x202f;: qui veut l’activer ne peut pas être la deuxième personne.</translation>
    </message>
    <message>
        <source>Something answers there, but it is not a Bluesky server. Check the address; for most accounts it is https://bsky.social.</source>
        <translation>Quelque chose répond à cette adresse, mais ce n’est pas un serveur Bluesky. Vérifiez l’adresse&#x202f;; pour la plupart des comptes, c’est https://bsky.social.</translation>
    </message>
    <message>
        <source>Something to this person has not left yet, or nobody knows whether it did. Settle it in the outbox, then erase them.</source>
        <translation>Un envoi à cette personne n’est pas encore parti, ou on ignore s’il l’est. Réglez cela dans la boîte d’envoi, puis effacez la personne.</translation>
    </message>
    <message>
        <source>Stands before the address in what you send</source>
        <translation>Figure devant l’adresse dans ce que vous envoyez</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Identifications</translation>
    </message>
    <message>
        <source>Telegram allows more later. It goes on by itself.</source>
        <translation>Telegram en permet davantage plus tard. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>Telegram allows this only in large groups. Whoever owns the group can make it one; nothing was done.</source>
        <translation>Telegram ne le permet que dans les grands groupes. Le propriétaire du groupe peut en faire un&#x202f;; rien n’a été fait.</translation>
    </message>
    <message>
        <source>Telegram cannot read this picture. Nothing was sent.</source>
        <translation>Telegram n’arrive pas à lire cette image. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Telegram did not accept this. Nothing was sent; change it and try again.</source>
        <translation>Telegram ne l’a pas accepté. Rien n’a été envoyé&#x202f;; modifiez et réessayez.</translation>
    </message>
    <message>
        <source>Telegram does not know this token any more. Get one from @BotFather by /token and connect the channel again; your answers wait for it.</source>
        <translation>Telegram ne connaît plus ce jeton. Demandez-en un à @BotFather par /token et reconnectez le canal&#x202f;; vos réponses attendent.</translation>
    </message>
    <message>
        <source>Telegram does not know this token. Copy it from @BotFather once more, all of it; after /revoke only the newest one works.</source>
        <translation>Telegram ne connaît pas ce jeton. Copiez-le de nouveau en entier chez @BotFather&#x202f;; après /revoke, seul le plus récent marche.</translation>
    </message>
    <message>
        <source>Telegram does not let this message be edited any more. Nothing was done; answer again instead.</source>
        <translation>Telegram ne laisse plus modifier ce message. Rien n’a été fait&#x202f;; répondez plutôt de nouveau.</translation>
    </message>
    <message>
        <source>Telegram has no such thing. Nothing was done.</source>
        <translation>Telegram n’a rien de tel. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Telegram keeps messages for 24 hours only. SocialDesk was away for longer, so some may be missing; look in Telegram.</source>
        <translation>Telegram ne garde les messages que 24 heures. SocialDesk a été absent plus longtemps&#x202f;: il peut en manquer&#x202f;; regardez dans Telegram.</translation>
    </message>
    <message>
        <source>Telegram knows no such chat for this bot. Nothing was done.</source>
        <translation>Telegram ne connaît pas cette discussion pour ce bot. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Telegram knows no such person for this bot. Nothing was done.</source>
        <translation>Telegram ne connaît pas cette personne pour ce bot. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Telegram lets a bot put no reactions in the chats of a personal account. Nothing was done.</source>
        <translation>Telegram ne laisse pas un bot réagir dans les discussions d’un compte personnel. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Telegram lets a bot write only to people who have pressed Start in a chat with it. Nothing was sent.</source>
        <translation>Telegram ne laisse un bot écrire qu’aux personnes qui ont appuyé sur Démarrer dans sa discussion. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Telegram shows a bot nothing of what it wrote. Look in Telegram whether your answer is there, then say what is true.</source>
        <translation>Telegram ne montre à un bot rien de ce qu’il a écrit. Regardez dans Telegram si votre réponse s’y trouve, puis dites ce qui est vrai.</translation>
    </message>
    <message>
        <source>Telegram takes no picture of that shape. Nothing was sent.</source>
        <translation>Telegram n’accepte pas d’image de ce format. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Telegram takes one message a second in a chat, and 20 a minute in a group. It goes on by itself.</source>
        <translation>Telegram accepte un message par seconde dans une discussion, et 20 par minute dans un groupe. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>That act is not known here any more.</source>
        <translation>Cette action n’est plus connue ici.</translation>
    </message>
    <message>
        <source>That answer belongs to another sign-in. Begin the sign-in to Bluesky once more.</source>
        <translation>Cette réponse appartient à une autre connexion. Recommencez la connexion à Bluesky.</translation>
    </message>
    <message>
        <source>That answer belongs to another sign-in. Begin the sign-in to {name} once more.</source>
        <translation>Cette réponse appartient à une autre connexion. Recommencez la connexion à {name}.</translation>
    </message>
    <message>
        <source>That answer has left already.</source>
        <translation>Cette réponse est déjà partie.</translation>
    </message>
    <message>
        <source>That answer is not known here any more.</source>
        <translation>Cette réponse n’est plus connue ici.</translation>
    </message>
    <message>
        <source>That comment is no longer on YouTube. Nothing was sent.</source>
        <translation>Ce commentaire n’est plus sur YouTube. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>That is another account than the one whose handle was typed. Begin once more, or type its handle.</source>
        <translation>Ce n’est pas le compte dont l’identifiant a été saisi. Recommencez, ou saisissez son identifiant.</translation>
    </message>
    <message>
        <source>That is no bot token. @BotFather gives one that looks like 123456:ABC…; copy all of it.</source>
        <translation>Ce n’est pas un jeton de bot. @BotFather en donne un qui ressemble à 123456:ABC…&#x202f;; copiez-le en entier.</translation>
    </message>
    <message>
        <source>That is no bot token. On the Developer Portal, under Bot, Reset Token shows one: three parts with dots between.</source>
        <translation>Ce n’est pas un jeton de bot. Sur le portail des développeurs, sous Bot, Reset Token en montre un&#x202f;: trois parties séparées par des points.</translation>
    </message>
    <message>
        <source>That is no longer on Reddit. Nothing was sent.</source>
        <translation>Ce n’est plus sur Reddit. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>That is no longer on X. Nothing was sent.</source>
        <translation>Ce n’est plus sur X. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>That is no longer on the server. Nothing was done.</source>
        <translation>Cela n’est plus sur le serveur. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>That is no longer there. Nothing was done.</source>
        <translation>Cela n’y est plus. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>That is no web address.</source>
        <translation>Ce n’est pas une adresse web.</translation>
    </message>
    <message>
        <source>That is not on Reddit, or not for this account. Open it on Reddit to see what became of it.</source>
        <translation>Ce n’est pas sur Reddit, ou pas pour ce compte. Ouvrez-le sur Reddit pour voir ce qu’il en est.</translation>
    </message>
    <message>
        <source>That is not on YouTube, or not for this channel. Look in YouTube Studio what became of it.</source>
        <translation>Ce n’est pas sur YouTube, ou pas pour cette chaîne. Voyez dans YouTube Studio ce qu’il en est.</translation>
    </message>
    <message>
        <source>That is not the ID of an app. It looks like 1b2c3d4e-0000-0000-0000-000000000000; copy “Application (client) ID” from the overview of the app in Microsoft&apos;s admin center.</source>
        <translation>Ce n’est pas l’ID d’une application. Il ressemble à 1b2c3d4e-0000-0000-0000-000000000000&#x202f;; copiez «&#x202f;ID d’application (client)&#x202f;» depuis la vue d’ensemble de l’application dans le centre d’administration Microsoft.</translation>
    </message>
    <message>
        <source>That is not the client ID of an app. It ends with .apps.googleusercontent.com; copy it from Google&apos;s console, under Clients.</source>
        <translation>Ce n’est pas l’ID client d’une application. Il se termine par .apps.googleusercontent.com&#x202f;; copiez-le dans la console Google, sous Clients.</translation>
    </message>
    <message>
        <source>That is not the passphrase of {folder}. Nothing was changed; try again.</source>
        <translation>Ce n’est pas la phrase secrète de {folder}. Rien n’a changé&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>That is the sign-in of {other}. This channel is {own}: sign in with that account, or connect {again} as a channel of its own. Nothing was changed.</source>
        <translation>C’est la connexion de {other}. Ce canal est {own}&#x202f;: connectez-vous avec ce compte-là, ou connectez {again} comme un canal à part. Rien n’a été changé.</translation>
    </message>
    <message>
        <source>That is too long for a field. Shorten it, or write it into the memo.</source>
        <translation>C’est trop long pour un champ. Raccourcissez-le, ou écrivez-le dans le mémo.</translation>
    </message>
    <message>
        <source>That is too long for a word or phrase. Nothing was changed; shorten it to 200 letters.</source>
        <translation>C’est trop long pour un mot ou une expression. Rien n’a changé&#x202f;; raccourcissez à 200 lettres.</translation>
    </message>
    <message>
        <source>That message is gone from the platform already. Nothing was done.</source>
        <translation>Ce message a déjà disparu de la plateforme. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>That message is no longer there. Nothing was sent.</source>
        <translation>Ce message n’est plus là. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>That message is not on the platform.</source>
        <translation>Ce message n’est pas sur la plateforme.</translation>
    </message>
    <message>
        <source>That message is our own. Delete it instead.</source>
        <translation>Ce message est le nôtre. Supprimez-le plutôt.</translation>
    </message>
    <message>
        <source>That post is no longer on Bluesky.</source>
        <translation>Cette publication n’est plus sur Bluesky.</translation>
    </message>
    <message>
        <source>That post is no longer on Bluesky. Nothing was done.</source>
        <translation>Cette publication n’est plus sur Bluesky. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>That post is no longer on Bluesky. Nothing was sent.</source>
        <translation>Cette publication n’est plus sur Bluesky. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>That post is no longer there, or no longer shown to this account. Nothing was done.</source>
        <translation>Cette publication n’existe plus, ou n’est plus montrée à ce compte. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>That post is no longer there, or no longer shown to this account. Nothing was sent.</source>
        <translation>Cette publication n’existe plus, ou n’est plus montrée à ce compte. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>That reply was changed on Google meanwhile. Look at the new one first; nothing was deleted.</source>
        <translation>Cette réponse a été changée sur Google entre-temps. Lisez d’abord la nouvelle&#x202f;; rien n’a été supprimé.</translation>
    </message>
    <message>
        <source>That reply was changed or deleted on Google meanwhile. Look there first; nothing was changed.</source>
        <translation>Cette réponse a été modifiée ou supprimée sur Google entre-temps. Regardez-y d’abord&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>That review is no longer on Google. Nothing was sent.</source>
        <translation>Cet avis n’est plus sur Google. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>That sign-in is over. Sign in once more; nothing was changed.</source>
        <translation>Cette connexion est terminée. Connectez-vous de nouveau&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>That video is no longer on YouTube. Nothing was sent.</source>
        <translation>Cette vidéo n’est plus sur YouTube. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The App ID and the App secret are on developers.facebook.com, in your app, under App settings, Basic.</source>
        <translation>L’identifiant et la clé secrète sont sur developers.facebook.com, dans votre application, sous Paramètres de l’app, Général.</translation>
    </message>
    <message>
        <source>The Threads App ID and secret are in your app at developers.facebook.com under App settings, Basic; they are others than the App ID and secret above them. Add the return address under Use cases, Threads, Settings.</source>
        <translation>L’identifiant et la clé secrète Threads sont dans votre application sur developers.facebook.com, sous Paramètres de l’app, Général&#x202f;; ils diffèrent de ceux qui se trouvent au-dessus. Ajoutez l’adresse de retour sous Cas d’utilisation, Threads, Paramètres.</translation>
    </message>
    <message>
        <source>The YouTube Data API is not switched on for this app. In Google&apos;s console open APIs &amp; Services, Library, YouTube Data API v3, and press Enable.</source>
        <translation>La YouTube Data API n’est pas activée pour cette application. Dans la console Google, ouvrez API et services, Bibliothèque, YouTube Data API v3, et appuyez sur Activer.</translation>
    </message>
    <message>
        <source>The account lives here</source>
        <translation>Le compte est bien ici</translation>
    </message>
    <message>
        <source>The account&apos;s own settings throw some people&apos;s messages away before anybody sees them.</source>
        <translation>Les réglages du compte jettent les messages de certaines personnes avant que quiconque les voie.</translation>
    </message>
    <message>
        <source>The address must begin with https://.</source>
        <translation>L’adresse doit commencer par https://.</translation>
    </message>
    <message>
        <source>The answer is empty. Nothing was sent.</source>
        <translation>La réponse est vide. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The answer still has an unfilled blank. Nothing was sent; fill it and send again.</source>
        <translation>La réponse contient encore un champ à remplir. Rien n’a été envoyé&#x202f;; remplissez-le et renvoyez.</translation>
    </message>
    <message>
        <source>The app at X has no credit left. Add some in X&apos;s console under Billing; SocialDesk goes on by itself and nothing is lost.</source>
        <translation>L’app chez X n’a plus de crédit. Ajoutez-en dans la console de X, sous Billing&#x202f;; SocialDesk reprend tout seul et rien n’est perdu.</translation>
    </message>
    <message>
        <source>The app secret does not belong to this token. Take both from the same app, then sign in again.</source>
        <translation>La clé secrète ne va pas avec ce jeton. Prenez les deux dans la même application, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>The back-up is not in the team any more. Nothing was changed; choose somebody else.</source>
        <translation>Le remplaçant ne fait plus partie de l’équipe. Rien n’a changé&#x202f;; choisissez quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>The bot cannot be connected to a personal account. Its own chats and groups work.</source>
        <translation>Le bot ne peut pas être relié à un compte personnel. Ses propres discussions et groupes marchent.</translation>
    </message>
    <message>
        <source>The bot is no longer in this group. Add it again in Telegram; nothing was done.</source>
        <translation>Le bot n’est plus dans ce groupe. Ajoutez-le de nouveau dans Telegram&#x202f;; rien n’a été fait.</translation>
    </message>
    <message>
        <source>The bot is no longer in this server. Invite it again on Discord; nothing that was fetched is lost.</source>
        <translation>Le bot n’est plus sur ce serveur. Invitez-le de nouveau sur Discord&#x202f;; rien de ce qui a été reçu n’est perdu.</translation>
    </message>
    <message>
        <source>The bot is not in this group. Add it in Telegram; nothing was done.</source>
        <translation>Le bot n’est pas dans ce groupe. Ajoutez-le dans Telegram&#x202f;; rien n’a été fait.</translation>
    </message>
    <message>
        <source>The bot lacks a permission for that. Give it to its role in the server&apos;s settings; nothing was done.</source>
        <translation>Il manque au bot une permission pour cela. Donnez-la à son rôle dans les paramètres du serveur&#x202f;; rien n’a été fait.</translation>
    </message>
    <message>
        <source>The bot may not do that here. Make it an administrator of the group in Telegram, with the right for it; nothing was done.</source>
        <translation>Le bot n’en a pas le droit ici. Nommez-le administrateur du groupe dans Telegram, avec ce droit&#x202f;; rien n’a été fait.</translation>
    </message>
    <message>
        <source>The bot may not see channels or what was said in them, so the queue would stay empty.</source>
        <translation>Le bot ne peut pas voir les salons ou ce qui y a été dit&#x202f;: la file resterait vide.</translation>
    </message>
    <message>
        <source>The bot may not see this channel. Give it View Channels and Read Message History; nothing was done.</source>
        <translation>Le bot ne peut pas voir ce salon. Donnez-lui Voir les salons et Voir les anciens messages&#x202f;; rien n’a été fait.</translation>
    </message>
    <message>
        <source>The bot may read, but not answer.</source>
        <translation>Le bot peut lire, mais pas répondre.</translation>
    </message>
    <message>
        <source>The comment is no longer on Reddit, so it cannot be seen whether your private answer arrived.</source>
        <translation>Le commentaire n’est plus sur Reddit, on ne peut donc pas voir si votre réponse privée est arrivée.</translation>
    </message>
    <message>
        <source>The connection broke and the answer was not found there. Look on the platform, then say what is true.</source>
        <translation>La connexion a été coupée et la réponse n’y a pas été trouvée. Regardez sur la plateforme, puis dites ce qui est vrai.</translation>
    </message>
    <message>
        <source>The connection broke, and whether it happened cannot be seen. Look on the platform, then say what is true.</source>
        <translation>La connexion a été coupée, et on ne peut pas voir si c’est fait. Regardez sur la plateforme, puis dites ce qui est vrai.</translation>
    </message>
    <message>
        <source>The connector for {name} cannot be loaded: {reason}.</source>
        <translation>Le connecteur pour {name} ne peut pas être chargé&#x202f;: {reason}.</translation>
    </message>
    <message>
        <source>The connector of this channel is broken. Update or remove it.</source>
        <translation>Le connecteur de ce canal est défectueux. Mettez-le à jour ou supprimez-le.</translation>
    </message>
    <message>
        <source>The connector of this channel is missing.</source>
        <translation>Le connecteur de ce canal manque.</translation>
    </message>
    <message>
        <source>The connector of this channel is missing. Install it again, then restart SocialDesk.</source>
        <translation>Le connecteur de ce canal manque. Réinstallez-le, puis redémarrez SocialDesk.</translation>
    </message>
    <message>
        <source>The connector of this channel made a mistake. Nothing was sent; update it, then send again.</source>
        <translation>Le connecteur de ce canal a commis une erreur. Rien n’a été envoyé&#x202f;; mettez-le à jour, puis renvoyez.</translation>
    </message>
    <message>
        <source>The directory is a name such as contoso.onmicrosoft.com, or an ID. Leave it empty if the app takes accounts of any directory.</source>
        <translation>L’annuaire est un nom tel que contoso.onmicrosoft.com, ou un ID. Laissez-le vide si l’application accepte les comptes de tout annuaire.</translation>
    </message>
    <message>
        <source>The disk is full, so the last change could not be written to {path}. Everything before it is safe. Free some space, then try again.</source>
        <translation>Le disque est plein&#x202f;: la dernière modification n’a pas pu être écrite dans {path}. Tout ce qui précède est en sûreté. Libérez de la place, puis réessayez.</translation>
    </message>
    <message>
        <source>The disk is full. What was there before is safe; free some space and try again.</source>
        <translation>Le disque est plein. Ce qui s’y trouvait est en sécurité&#x202f;; libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}. Choose another one with --workspace DIR.</source>
        <translation>Le dossier {folder} ne peut pas être créé&#x202f;: {reason}. Choisissez-en un autre avec --workspace DIR.</translation>
    </message>
    <message>
        <source>The keyring of this machine cannot be reached. Start it, then try again.</source>
        <translation>Le trousseau de cet ordinateur est injoignable. Démarrez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The keyring refused ({reason}). Unlock it, then try again.</source>
        <translation>Le trousseau a refusé ({reason}). Déverrouillez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The list is full at 5,000 entries. Nothing was changed; take some off first.</source>
        <translation>La liste est pleine, avec 5&#x202f;000 entrées. Rien n’a changé&#x202f;; retirez-en d’abord.</translation>
    </message>
    <message>
        <source>The location must be verified, and the account must manage it.</source>
        <translation>L’établissement doit être validé, et le compte doit le gérer.</translation>
    </message>
    <message>
        <source>The mail server allows more later. It goes on by itself.</source>
        <translation>Le serveur de messagerie en permet davantage plus tard. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>The mail server cannot do this now. SocialDesk tries again by itself.</source>
        <translation>Le serveur de messagerie ne peut pas faire cela maintenant. SocialDesk réessaie de lui-même.</translation>
    </message>
    <message>
        <source>The mail server cannot send to an address with such letters. Nothing was sent.</source>
        <translation>Le serveur de messagerie ne peut pas envoyer à une adresse avec de telles lettres. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The mail server did not accept this. Nothing was sent; change it and try again.</source>
        <translation>Le serveur de messagerie n’a pas accepté cela. Rien n’a été envoyé&#x202f;; modifiez et réessayez.</translation>
    </message>
    <message>
        <source>The mail server does not accept the sign-in at {provider} any more. Sign in again; your answers wait for it.</source>
        <translation>Le serveur de messagerie n’accepte plus la connexion chez {provider}. Reconnectez-vous&#x202f;; vos réponses attendent.</translation>
    </message>
    <message>
        <source>The mail server does not accept this address and password any more. Connect the channel again; your answers wait for it.</source>
        <translation>Le serveur de messagerie n’accepte plus cette adresse et ce mot de passe. Connectez de nouveau le canal&#x202f;; vos réponses attendent.</translation>
    </message>
    <message>
        <source>The mail server does not accept this address and password. Check both. Many providers want an app password instead of your own; the help of your provider says where to make one.</source>
        <translation>Le serveur de messagerie n’accepte pas cette adresse et ce mot de passe. Vérifiez les deux. Beaucoup de fournisseurs veulent un mot de passe d’application à la place du vôtre&#x202f;; l’aide de votre fournisseur dit où en créer un.</translation>
    </message>
    <message>
        <source>The mail server does not allow this account to do that.</source>
        <translation>Le serveur de messagerie ne permet pas cela à ce compte.</translation>
    </message>
    <message>
        <source>The mail server has numbered this mailbox anew, so SocialDesk reads it again.</source>
        <translation>Le serveur a renuméroté cette boîte&#x202f;; SocialDesk la relit.</translation>
    </message>
    <message>
        <source>The mail server lets this account read but not send.</source>
        <translation>Le serveur de messagerie laisse ce compte lire, mais pas envoyer.</translation>
    </message>
    <message>
        <source>The mail server refused this mail. Nothing was sent; look whether the account may send as this address.</source>
        <translation>Le serveur de messagerie a refusé cet e-mail. Rien n’a été envoyé&#x202f;; vérifiez que le compte peut envoyer avec cette adresse.</translation>
    </message>
    <message>
        <source>The mail server wants to be asked again. It goes on by itself.</source>
        <translation>Le serveur de messagerie veut qu’on lui redemande plus tard. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>The mail that is answered is no longer in the mailbox, so nobody knows where to send this. Nothing was sent.</source>
        <translation>L’e-mail auquel ceci répond n’est plus dans la boîte&#x202f;: on ne sait plus à qui l’envoyer. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The memo is too long. Shorten it to 4,000 characters; what you wrote is kept as a draft.</source>
        <translation>Le mémo est trop long. Raccourcissez-le à 4&#x202f;000 caractères&#x202f;; votre texte est gardé comme brouillon.</translation>
    </message>
    <message>
        <source>The memo was changed while you wrote.</source>
        <translation>Le mémo a changé pendant que vous écriviez.</translation>
    </message>
    <message>
        <source>The message you answer is no longer on Discord. Nothing was sent.</source>
        <translation>Le message auquel vous répondez n’est plus sur Discord. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The message you answer is no longer on Telegram. Nothing was sent.</source>
        <translation>Le message auquel vous répondez n’est plus sur Telegram. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The most to spend a day is an amount in US dollars such as 5.00, and at least 0.10.</source>
        <translation>La dépense maximale par jour est un montant en dollars comme 5.00, et d’au moins 0.10.</translation>
    </message>
    <message>
        <source>The network allows more later. It goes on by itself.</source>
        <translation>Le réseau en permettra davantage plus tard. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>The network did not accept this. Nothing was sent; change it and try again.</source>
        <translation>Le réseau n’a pas accepté cela. Rien n’a été envoyé&#x202f;; modifiez-le et réessayez.</translation>
    </message>
    <message>
        <source>The network did not take this picture. Nothing was sent; choose another one.</source>
        <translation>Le réseau n’a pas accepté cette image. Rien n’a été envoyé&#x202f;; choisissez-en une autre.</translation>
    </message>
    <message>
        <source>The network does not say whom this conversation is with. Nothing was sent; answer on the network.</source>
        <translation>Le réseau ne dit pas avec qui est cette conversation. Rien n’a été envoyé&#x202f;; répondez sur le réseau.</translation>
    </message>
    <message>
        <source>The network has restricted this account. Look at its notices there; it can be read, not answered.</source>
        <translation>Le réseau a restreint ce compte. Regardez ses avis là-bas&#x202f;; on peut le lire, pas y répondre.</translation>
    </message>
    <message>
        <source>The network has stopped this account from doing that for a while. Look at its notices there; nothing was sent.</source>
        <translation>Le réseau empêche ce compte de faire cela pendant un temps. Regardez ses avis là-bas&#x202f;; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The network has this very text already. Nothing was sent a second time.</source>
        <translation>Le réseau a déjà exactement ce texte. Rien n’a été envoyé une seconde fois.</translation>
    </message>
    <message>
        <source>The network no longer speaks the way this SocialDesk does. Update SocialDesk; nothing that is here is lost.</source>
        <translation>Le réseau ne parle plus comme cette version de SocialDesk. Mettez SocialDesk à jour&#x202f;; rien de ce qui est ici n’est perdu.</translation>
    </message>
    <message>
        <source>The network wants to see the account&apos;s owner first. Open it in a browser, do what it asks, then sign in again.</source>
        <translation>Le réseau veut d’abord voir le propriétaire du compte. Ouvrez-le dans un navigateur, faites ce qu’il demande, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>The network you are on answered in place of {host}. If it wants you to sign in, open any page in your browser and do so; SocialDesk goes on by itself.</source>
        <translation>Le réseau où vous êtes a répondu à la place de {host}. S’il veut que vous vous connectiez, ouvrez une page dans votre navigateur et faites-le&#x202f;; SocialDesk reprend tout seul.</translation>
    </message>
    <message>
        <source>The passphrase file {path} cannot be read ({reason}).</source>
        <translation>Le fichier de phrase secrète {path} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <source>The password of this account was changed. Sign in again; your answers wait for it.</source>
        <translation>Le mot de passe de ce compte a changé. Reconnectez-vous&#x202f;; vos réponses attendent.</translation>
    </message>
    <message>
        <source>The place in this stream is lost; it is read again.</source>
        <translation>L’endroit où reprendre est perdu&#x202f;; tout est relu.</translation>
    </message>
    <message>
        <source>The provider lets this account send no more for now. It goes on by itself.</source>
        <translation>Le fournisseur ne laisse plus ce compte envoyer pour le moment. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>The proxy of your network does not let SocialDesk through to {host}. Whoever looks after your network can allow it, or tell you what to put into HTTPS_PROXY. SocialDesk tries again by itself.</source>
        <translation>Le proxy de votre réseau ne laisse pas SocialDesk passer jusqu’à {host}. La personne qui s’occupe de votre réseau peut l’autoriser, ou vous dire quoi mettre dans HTTPS_PROXY. SocialDesk réessaie tout seul.</translation>
    </message>
    <message>
        <source>The return address must begin with https://.</source>
        <translation>L’adresse de retour doit commencer par https://.</translation>
    </message>
    <message>
        <source>The rule asks what a message says, but nobody writes when this happens.</source>
        <translation>La règle demande ce que dit un message, mais personne n’écrit quand cela arrive.</translation>
    </message>
    <message>
        <source>The rule can hide or acknowledge only what somebody just wrote.</source>
        <translation>La règle ne peut masquer ou accuser réception que de ce que quelqu’un vient d’écrire.</translation>
    </message>
    <message>
        <source>The second part of your full handle: of @shop@mastodon.social it is mastodon.social.</source>
        <translation>La seconde partie de votre identifiant complet&#x202f;: pour @shop@mastodon.social, c’est mastodon.social.</translation>
    </message>
    <message>
        <source>The server allows more later. It goes on by itself.</source>
        <translation>Le serveur en permet davantage plus tard. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>The server allows more later. Try again in a while.</source>
        <translation>Le serveur en permet davantage plus tard. Réessayez dans un moment.</translation>
    </message>
    <message>
        <source>The server answers, but it is not a Mastodon server. Check the second part of the handle.</source>
        <translation>Le serveur répond, mais ce n’est pas un serveur Mastodon. Vérifiez la seconde partie de l’identifiant.</translation>
    </message>
    <message>
        <source>The server cannot do that. Nothing was done.</source>
        <translation>Le serveur ne sait pas faire cela. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>The server did not accept this. Nothing was sent; change it and try again.</source>
        <translation>Le serveur n’a pas accepté cela. Rien n’a été envoyé&#x202f;; modifiez et réessayez.</translation>
    </message>
    <message>
        <source>The server did not answer properly. Begin the sign-in once more.</source>
        <translation>Le serveur n’a pas répondu correctement. Recommencez la connexion.</translation>
    </message>
    <message>
        <source>The server did not answer properly. Try again.</source>
        <translation>Le serveur n’a pas répondu correctement. Réessayez.</translation>
    </message>
    <message>
        <source>The server did not get it ready.</source>
        <translation>Le serveur ne l’a pas préparée.</translation>
    </message>
    <message>
        <source>The server does not accept the sign-in any more: it was ended there. Sign in again; nothing is lost.</source>
        <translation>Le serveur n’accepte plus la connexion&#x202f;: elle y a pris fin. Connectez-vous à nouveau&#x202f;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>The server does not allow this account to do that. Nothing was done; look at what the sign-in allows.</source>
        <translation>Le serveur ne permet pas cela à ce compte. Rien n’a été fait&#x202f;; regardez ce que la connexion permet.</translation>
    </message>
    <message>
        <source>The server does not have it, or does not show it to this account. Nothing was done.</source>
        <translation>Le serveur ne l’a pas, ou ne le montre pas à ce compte. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>The server does not know this person any more. Nothing was done.</source>
        <translation>Le serveur ne connaît plus cette personne. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>The server does not show them to this sign-in, so the queue would stay empty.</source>
        <translation>Le serveur ne les montre pas à cette connexion, et la file resterait vide.</translation>
    </message>
    <message>
        <source>The server does not show this conversation. Nothing was muted.</source>
        <translation>Le serveur ne montre pas cette conversation. Rien n’a été mis en sourdine.</translation>
    </message>
    <message>
        <source>The server does not show whether a report arrived.</source>
        <translation>Le serveur ne montre pas si un signalement est arrivé.</translation>
    </message>
    <message>
        <source>The server does not take pictures of this kind.</source>
        <translation>Le serveur n’accepte pas ce type d’image.</translation>
    </message>
    <message>
        <source>The server has closed this account, waits for its e-mail address to be confirmed, or does not let this sign-in see the account. Look at its e-mails, then sign in again.</source>
        <translation>Le serveur a fermé ce compte, attend que son adresse e-mail soit confirmée, ou ne laisse pas cette connexion voir le compte. Regardez ses e-mails, puis connectez-vous à nouveau.</translation>
    </message>
    <message>
        <source>The server has limited this account: only its followers see what it writes.</source>
        <translation>Le serveur a limité ce compte&#x202f;: seuls ses abonnés voient ce qu’il écrit.</translation>
    </message>
    <message>
        <source>The server no longer has the interface that SocialDesk reads. Look for a newer SocialDesk, or ask the people who run the server.</source>
        <translation>Le serveur n’a plus l’interface que SocialDesk lit. Cherchez une version plus récente de SocialDesk, ou demandez à ceux qui gèrent le serveur.</translation>
    </message>
    <message>
        <source>The server&apos;s AutoMod does not let these words through. Nothing was sent; change them.</source>
        <translation>L’AutoMod du serveur ne laisse pas passer ces mots. Rien n’a été envoyé&#x202f;; changez-les.</translation>
    </message>
    <message>
        <source>The sign-in lasts 60 days and is renewed every week while SocialDesk runs.</source>
        <translation>La connexion dure 60 jours et se renouvelle chaque semaine tant que SocialDesk tourne.</translation>
    </message>
    <message>
        <source>The sign-in of this account has ended. Sign in again; your answers wait for it.</source>
        <translation>La connexion de ce compte a pris fin. Reconnectez-vous&#x202f;; vos réponses attendent.</translation>
    </message>
    <message>
        <source>The sign-in to Google has ended. Sign in again; nothing is lost. If that happens every seven days, the app in Google&apos;s console is still in “Testing”: publish it there.</source>
        <translation>La connexion à Google a pris fin. Reconnectez-vous&#x202f;; rien n’est perdu. Si cela arrive tous les sept jours, l’application est encore «&#x202f;En test&#x202f;» dans la console Google&#x202f;: publiez-la.</translation>
    </message>
    <message>
        <source>The sign-in to {name} has ended. Sign in again; nothing is lost.</source>
        <translation>La connexion à {name} a pris fin. Connectez-vous de nouveau&#x202f;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>The tag is called so already.</source>
        <translation>L’étiquette s’appelle déjà ainsi.</translation>
    </message>
    <message>
        <source>The tag is still named by {names}. Nothing was deleted; take it out there, or merge it into another tag: then they follow.</source>
        <translation>L’étiquette est encore nommée par {names}. Rien n’a été supprimé&#x202f;; enlevez-la là, ou fusionnez-la avec une autre&#x202f;: alors ils suivent.</translation>
    </message>
    <message>
        <source>The time in which an answer is taken is over. They must write again first; nothing was sent.</source>
        <translation>Le délai pour répondre est passé. La personne doit d’abord réécrire&#x202f;; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The units a day are a number such as 10000. Leave the field empty if you have not asked Google for more.</source>
        <translation>Les unités par jour sont un nombre tel que 10000. Laissez le champ vide si vous n’en avez pas demandé davantage à Google.</translation>
    </message>
    <message>
        <source>The way back from the browser leads elsewhere.</source>
        <translation>Le retour du navigateur mène ailleurs.</translation>
    </message>
    <message>
        <source>The workspace was repaired, and what became of this is not certain. Look on the platform, then say what is true.</source>
        <translation>L’espace a été réparé, et le sort de cet envoi n’est pas certain. Regardez sur la plateforme, puis dites ce qui est vrai.</translation>
    </message>
    <message>
        <source>Their mail server knows no such address. Nothing was sent; check it.</source>
        <translation>Le serveur du destinataire ne connaît pas cette adresse. Rien n’a été envoyé&#x202f;; vérifiez-la.</translation>
    </message>
    <message>
        <source>Their mailbox is full. Nothing was sent; try again another day.</source>
        <translation>La boîte du destinataire est pleine. Rien n’a été envoyé&#x202f;; réessayez un autre jour.</translation>
    </message>
    <message>
        <source>There are more links in this than the network takes. Nothing was sent; take some out.</source>
        <translation>Il y a là plus de liens que le réseau n’en accepte. Rien n’a été envoyé&#x202f;; retirez-en.</translation>
    </message>
    <message>
        <source>There are no letters in it. Nothing was changed; write a word or a phrase.</source>
        <translation>Cela ne contient aucune lettre. Rien n’a changé&#x202f;; écrivez un mot ou une expression.</translation>
    </message>
    <message>
        <source>There are no words in this message. Nothing was done.</source>
        <translation>Il n’y a pas de mots dans ce message. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>There are {most} rules already. Delete one that nobody needs.</source>
        <translation>Il y a déjà {most} règles. Supprimez-en une dont personne n’a besoin.</translation>
    </message>
    <message>
        <source>There are {most} saved views already. Delete one that nobody uses.</source>
        <translation>Il y a déjà {most} vues enregistrées. Supprimez-en une dont personne ne se sert.</translation>
    </message>
    <message>
        <source>There is a rule called “{name}” already. Give this one another name.</source>
        <translation>Une règle s’appelle déjà «&#x202f;{name}&#x202f;». Donnez un autre nom à celle-ci.</translation>
    </message>
    <message>
        <source>There is a tag called “{name}” by now. Nothing was changed; rename it again to merge the two.</source>
        <translation>Il y a maintenant une étiquette «&#x202f;{name}&#x202f;». Rien n’a changé&#x202f;; renommez-la encore une fois pour fusionner les deux.</translation>
    </message>
    <message>
        <source>There is a view called “{name}” already. Give this one another name.</source>
        <translation>Il y a déjà une vue «&#x202f;{name}&#x202f;». Donnez un autre nom à celle-ci.</translation>
    </message>
    <message>
        <source>There is no connector for {name}. Installed: {names}.</source>
        <translation>Il n’y a pas de connecteur pour {name}. Installés&#x202f;: {names}.</translation>
    </message>
    <message>
        <source>There is no message on the platform that this could answer.</source>
        <translation>Il n’y a sur la plateforme aucun message auquel ceci pourrait répondre.</translation>
    </message>
    <message>
        <source>There is no such channel.</source>
        <translation>Ce canal n’existe pas.</translation>
    </message>
    <message>
        <source>There is no workspace in {folder}.</source>
        <translation>Il n’y a pas d’espace dans {folder}.</translation>
    </message>
    <message>
        <source>There is nothing to send yet, or a blank is still open. Nothing was sent.</source>
        <translation>Il n’y a encore rien à envoyer, ou un champ reste à remplir. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>These are too many or too long values for what the rule waits for.</source>
        <translation>Ce que la règle attend a des valeurs trop nombreuses ou trop longues.</translation>
    </message>
    <message>
        <source>These are two threads already.</source>
        <translation>Ces fils sont déjà séparés.</translation>
    </message>
    <message>
        <source>These hours cannot be meant, or this version does not know them. Nothing was changed; look at them again.</source>
        <translation>Ces horaires n’ont pas de sens, ou cette version ne les connaît pas. Rien n’a changé&#x202f;; vérifiez-les.</translation>
    </message>
    <message>
        <source>These rules bring each other about again and again: {names}. SocialDesk stops that after five times.</source>
        <translation>Ces règles se déclenchent l’une l’autre sans fin&#x202f;: {names}. SocialDesk arrête cela après cinq fois.</translation>
    </message>
    <message>
        <source>These shifts cannot be meant, or this version does not know them. Nothing was changed; look at them again.</source>
        <translation>Ces services n’ont pas de sens, ou cette version ne les connaît pas. Rien n’a changé&#x202f;; vérifiez-les.</translation>
    </message>
    <message>
        <source>These threads are of two contacts. If they are one person, join the contacts first (see the panel).</source>
        <translation>Ces fils sont de deux contacts. S’il s’agit d’une seule personne, réunissez d’abord les contacts (voir le panneau).</translation>
    </message>
    <message>
        <source>These two are one contact already.</source>
        <translation>Ces deux contacts sont déjà réunis.</translation>
    </message>
    <message>
        <source>These two are one thread already.</source>
        <translation>Ces deux fils sont déjà fusionnés.</translation>
    </message>
    <message>
        <source>These two are two contacts already.</source>
        <translation>Ces contacts sont déjà séparés.</translation>
    </message>
    <message>
        <source>These weights or word lists cannot be meant, or this version does not know them. Nothing was changed; look at them again.</source>
        <translation>Ces poids ou ces listes de mots n’ont pas de sens, ou cette version ne les connaît pas. Rien n’a changé&#x202f;; vérifiez-les.</translation>
    </message>
    <message>
        <source>These words stand there already.</source>
        <translation>Ces mots y sont déjà.</translation>
    </message>
    <message>
        <source>They were joined with a third contact since. Take that back first.</source>
        <translation>Ils ont été réunis avec un troisième contact depuis. Annulez d’abord cela.</translation>
    </message>
    <message>
        <source>They would stand in for each other in a circle: {who}. Nothing was changed; choose somebody else.</source>
        <translation>Ils se remplaceraient les uns les autres en boucle&#x202f;: {who}. Rien n’a changé&#x202f;; choisissez quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>This Business Profile is not verified, so Google does not allow that. Verify it there first.</source>
        <translation>Cette fiche d’établissement n’est pas validée, Google ne permet donc pas cela. Validez-la d’abord là-bas.</translation>
    </message>
    <message>
        <source>This Google account has no YouTube channel. Sign in again and choose the account or brand that owns the channel on Google&apos;s page.</source>
        <translation>Ce compte Google n’a pas de chaîne YouTube. Reconnectez-vous et choisissez, sur la page de Google, le compte ou la marque à qui appartient la chaîne.</translation>
    </message>
    <message>
        <source>This Google account has no YouTube channel. Sign in again and choose the channel on Google&apos;s page.</source>
        <translation>Ce compte Google n’a pas de chaîne YouTube. Reconnectez-vous et choisissez la chaîne sur la page de Google.</translation>
    </message>
    <message>
        <source>This Google account manages no location. Sign in with the one that manages your Business Profile.</source>
        <translation>Ce compte Google ne gère aucun établissement. Connectez-vous avec celui qui gère votre fiche.</translation>
    </message>
    <message>
        <source>This absence would end before it begins. Nothing was changed; choose a later moment.</source>
        <translation>Cette absence finirait avant de commencer. Rien n’a changé&#x202f;; choisissez un moment plus tard.</translation>
    </message>
    <message>
        <source>This account asks for a code by e-mail. Use an app password instead of the account&apos;s own password.</source>
        <translation>Ce compte demande un code par e-mail. Utilisez un mot de passe d’application au lieu de celui du compte.</translation>
    </message>
    <message>
        <source>This account has moved to @{elsewhere}. Connect that one as a channel; what is written here is still read.</source>
        <translation>Ce compte a déménagé vers @{elsewhere}. Connectez celui-ci comme canal&#x202f;; ce qui est écrit ici est toujours lu.</translation>
    </message>
    <message>
        <source>This account has moved to another server; people write to the new one.</source>
        <translation>Ce compte a déménagé vers un autre serveur&#x202f;; on écrit au nouveau.</translation>
    </message>
    <message>
        <source>This account has moved to {host}. Sign in again and SocialDesk goes on there; nothing is lost.</source>
        <translation>Ce compte a déménagé vers {host}. Reconnectez-vous et SocialDesk continue là-bas&#x202f;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>This account is deactivated here. Activate it on Bluesky; if it moved to another server, sign in again.</source>
        <translation>Ce compte est désactivé ici. Activez-le sur Bluesky&#x202f;; s’il a changé de serveur, connectez-vous à nouveau.</translation>
    </message>
    <message>
        <source>This account is no longer on Bluesky. Nothing was sent.</source>
        <translation>Ce compte n’est plus sur Bluesky. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This account is no longer on Discord. Nothing was done.</source>
        <translation>Ce compte n’est plus sur Discord. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>This account is no longer on Reddit.</source>
        <translation>Ce compte n’est plus sur Reddit.</translation>
    </message>
    <message>
        <source>This account is no longer on Reddit. Nothing was sent.</source>
        <translation>Ce compte n’est plus sur Reddit. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This account is no longer on Telegram. Nothing was sent.</source>
        <translation>Ce compte n’est plus sur Telegram. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This account moderates no subreddit, so there is no modmail and nobody else&apos;s comment can be removed.</source>
        <translation>Ce compte ne modère aucun subreddit&#x202f;: pas de courrier des modérateurs, et les commentaires d’autrui ne peuvent pas être retirés.</translation>
    </message>
    <message>
        <source>This address leads into a network of its own. Allow that in Settings, Rules, or choose another address.</source>
        <translation>Cette adresse mène à l’intérieur d’un réseau fermé. Permettez cela dans Paramètres, Règles, ou choisissez une autre adresse.</translation>
    </message>
    <message>
        <source>This app is registered as a website. In Microsoft&apos;s admin center, under Authentication, add the platform “Mobile and desktop applications” with the address http://localhost/callback.</source>
        <translation>Cette application est inscrite comme un site web. Dans le centre d’administration Microsoft, sous Authentification, ajoutez la plateforme «&#x202f;Applications mobiles et de bureau&#x202f;» avec l’adresse http://localhost/callback.</translation>
    </message>
    <message>
        <source>This app password does not open direct messages. Make a new one with “Allow access to your direct messages” and connect the channel again; posts are read and answered meanwhile.</source>
        <translation>Ce mot de passe d’application n’ouvre pas les messages privés. Créez-en un nouveau qui autorise l’accès à vos messages privés, et reconnectez le canal&#x202f;; en attendant, les publications sont lues et reçoivent des réponses.</translation>
    </message>
    <message>
        <source>This bot is in no server yet. On the Developer Portal, under OAuth2, make an invitation for it and open it in your browser; then connect it here again.</source>
        <translation>Ce bot n’est encore sur aucun serveur. Sur le portail des développeurs, sous OAuth2, faites une invitation et ouvrez-la dans votre navigateur&#x202f;; puis connectez-le de nouveau ici.</translation>
    </message>
    <message>
        <source>This bot&apos;s messages are delivered to another program (a webhook), so none come here. Connect the bot again and choose “take the bot over from another program”, or remove the webhook there.</source>
        <translation>Les messages de ce bot vont à un autre programme (un webhook)&#x202f;: aucun n’arrive ici. Reconnectez le bot et choisissez «&#x202f;en reprenant le bot à un autre programme&#x202f;», ou retirez le webhook là-bas.</translation>
    </message>
    <message>
        <source>This can no longer be taken back. Nothing was changed.</source>
        <translation>Cela ne peut plus être annulé. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This channel cannot answer everybody at once. Nothing was sent; answer the writer alone.</source>
        <translation>Ce canal ne permet pas de répondre à tous à la fois. Rien n’a été envoyé&#x202f;; répondez à l’auteur seul.</translation>
    </message>
    <message>
        <source>This channel cannot do that here. Nothing was done.</source>
        <translation>Ce canal ne le permet pas ici. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>This channel is in slow mode. It goes on by itself.</source>
        <translation>Ce salon est en mode lent. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>This channel is no longer on Discord. Nothing was done.</source>
        <translation>Ce salon n’est plus sur Discord. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>This channel is paused or disconnected. Let it go on, then check.</source>
        <translation>Ce canal est en pause ou déconnecté. Relancez-le, puis vérifiez.</translation>
    </message>
    <message>
        <source>This comment is not public, so it cannot be answered. Publish it first in YouTube Studio.</source>
        <translation>Ce commentaire n’est pas public, on ne peut donc pas y répondre. Publiez-le d’abord dans YouTube Studio.</translation>
    </message>
    <message>
        <source>This computer knows no time zone “{name}”. Nothing was changed; choose one from the list.</source>
        <translation>Cet ordinateur ne connaît aucun fuseau horaire «&#x202f;{name}&#x202f;». Rien n’a changé&#x202f;; choisissez-en un dans la liste.</translation>
    </message>
    <message>
        <source>This contact is no longer in the workspace.</source>
        <translation>Ce contact n’est plus dans l’espace.</translation>
    </message>
    <message>
        <source>This conversation is closed on Bluesky. Nothing was sent.</source>
        <translation>Cette conversation est fermée sur Bluesky. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This conversation is no longer on Bluesky. Nothing was sent.</source>
        <translation>Cette conversation n’est plus sur Bluesky. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This file is too large for a list of rules: 5 MB at most.</source>
        <translation>Ce fichier est trop gros pour une liste de règles&#x202f;: 5 Mo au plus.</translation>
    </message>
    <message>
        <source>This group does not allow that reaction. Nothing was done.</source>
        <translation>Ce groupe ne permet pas cette réaction. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>This group has become a large one on Telegram, and its older messages cannot be reached any more.</source>
        <translation>Ce groupe est devenu un grand groupe sur Telegram, et ses anciens messages ne peuvent plus être atteints.</translation>
    </message>
    <message>
        <source>This is no file of rules that this version knows.</source>
        <translation>Ce n’est pas un fichier de règles que cette version connaît.</translation>
    </message>
    <message>
        <source>This is no rule: it should be a group of named values.</source>
        <translation>Ce n’est pas une règle&#x202f;: il faudrait un groupe de valeurs nommées.</translation>
    </message>
    <message>
        <source>This is taken back already. Nothing was changed.</source>
        <translation>C’est déjà annulé. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This location is no longer in the account that signed in. If it was moved or merged, connect it again.</source>
        <translation>Cet établissement n’est plus dans le compte connecté. S’il a été déplacé ou fusionné, connectez-le de nouveau.</translation>
    </message>
    <message>
        <source>This machine has no keyring (such as GNOME Keyring or KWallet) that could keep a secret. Start one, or keep the workspace under a passphrase.</source>
        <translation>Cet ordinateur n’a pas de trousseau (comme GNOME Keyring ou KWallet) pour garder un secret. Démarrez-en un, ou protégez l’espace par une phrase secrète.</translation>
    </message>
    <message>
        <source>This machine has no keyring that could keep the key of the workspace. Choose a passphrase (--passphrase-file FILE), or say that the files may stay unencrypted (--plain).</source>
        <translation>Cet ordinateur n’a pas de trousseau qui puisse garder la clé de l’espace de travail. Choisissez une phrase secrète (--passphrase-file FILE), ou dites que les fichiers peuvent rester non chiffrés (--plain).</translation>
    </message>
    <message>
        <source>This mail is too big for the mail server. Take a picture out; nothing was sent.</source>
        <translation>Cet e-mail est trop volumineux pour le serveur. Retirez une image&#x202f;; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This mail server does not tell of new mail by itself.</source>
        <translation>Ce serveur n’annonce pas de lui-même les nouveaux e-mails.</translation>
    </message>
    <message>
        <source>This mailbox has no such folder. Answers are sent, but no copy is kept in the mailbox.</source>
        <translation>Cette boîte n’a pas de tel dossier. Les réponses partent, mais aucune copie ne reste dans la boîte.</translation>
    </message>
    <message>
        <source>This mailbox has no trash, so mails cannot be deleted from here.</source>
        <translation>Cette boîte n’a pas de corbeille&#x202f;: rien ne peut être supprimé d’ici.</translation>
    </message>
    <message>
        <source>This mailbox is full. Make room in it, then it goes on.</source>
        <translation>Cette boîte est pleine. Faites-y de la place, puis cela continue.</translation>
    </message>
    <message>
        <source>This member is not in the team any more. Nothing was changed.</source>
        <translation>Ce membre ne fait plus partie de l’équipe. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This message is no longer on Discord. Nothing was done.</source>
        <translation>Ce message n’est plus sur Discord. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>This message is no longer on Telegram.</source>
        <translation>Ce message n’est plus sur Telegram.</translation>
    </message>
    <message>
        <source>This message is no longer on Telegram. Nothing was done.</source>
        <translation>Ce message n’est plus sur Telegram. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>This person cannot be written to: they closed their account, blocked you, or take no messages. Nothing was sent.</source>
        <translation>On ne peut pas écrire à cette personne&#x202f;: elle a fermé son compte, vous a bloqué ou ne prend pas de messages. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This person does not take direct messages from you. Nothing was sent.</source>
        <translation>Cette personne n’accepte pas de messages privés de vous. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This person has blocked the bot. Nothing was sent.</source>
        <translation>Cette personne a bloqué le bot. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This person has blocked you, so nobody would see the answer. Nothing was sent.</source>
        <translation>Cette personne vous a bloqué&#x202f;: personne ne verrait la réponse. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This person is not banned.</source>
        <translation>Cette personne n’est pas bannie.</translation>
    </message>
    <message>
        <source>This person is not in the group. Nothing was done.</source>
        <translation>Cette personne n’est pas dans le groupe. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>This person is not in the server. Nothing was done.</source>
        <translation>Cette personne n’est pas sur le serveur. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>This person takes messages only from people they chose. Answer them in public instead.</source>
        <translation>Cette personne n’accepte de messages que de gens qu’elle a choisis. Répondez-lui plutôt en public.</translation>
    </message>
    <message>
        <source>This person takes messages only from people they follow. Answer them in public instead.</source>
        <translation>Cette personne ne reçoit de messages que des comptes qu’elle suit. Répondez-lui plutôt en public.</translation>
    </message>
    <message>
        <source>This person takes no messages from this account. Answer them in public instead; nothing was sent.</source>
        <translation>Cette personne n’accepte pas de messages de ce compte. Répondez-lui plutôt en public&#x202f;; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This person takes no messages. Answer them in public instead.</source>
        <translation>Cette personne ne reçoit pas de messages. Répondez-lui plutôt en public.</translation>
    </message>
    <message>
        <source>This person takes no private messages from people of the server. Answer in the channel instead; nothing was sent.</source>
        <translation>Cette personne n’accepte pas de messages privés des gens du serveur. Répondez plutôt dans le salon&#x202f;; rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This personal account does not let the bot answer there any more: its owner has disconnected the bot or does not allow answers, or the other side has written nothing in the last 24 hours. Nothing was sent; answer in Telegram.</source>
        <translation>Ce compte personnel ne laisse plus le bot y répondre&#x202f;: son propriétaire a retiré le bot ou ne permet pas de réponses, ou l’autre personne n’a rien écrit ces dernières 24 heures. Rien n’a été envoyé&#x202f;; répondez dans Telegram.</translation>
    </message>
    <message>
        <source>This post is somebody else&apos;s. Nothing was done.</source>
        <translation>Cette publication est de quelqu’un d’autre. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>This provider wants an app password, not the account’s own. Make one in the security settings of the account, then sign in with it.</source>
        <translation>Ce fournisseur veut un mot de passe d’application, pas celui du compte. Créez-en un dans les réglages de sécurité du compte, puis connectez-vous avec lui.</translation>
    </message>
    <message>
        <source>This rule cannot be read: it is not JSON.</source>
        <translation>Cette règle est illisible&#x202f;: ce n’est pas du JSON.</translation>
    </message>
    <message>
        <source>This rule was deleted meanwhile. Nothing was changed.</source>
        <translation>Cette règle a été supprimée entre-temps. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This saved reply is gone for good: it was deleted more than a month ago.</source>
        <translation>Cette réponse type a définitivement disparu&#x202f;: elle a été supprimée il y a plus d’un mois.</translation>
    </message>
    <message>
        <source>This server does not let anybody sign in with the browser. Go back and choose the app password; it opens the same.</source>
        <translation>Ce serveur ne laisse personne se connecter dans le navigateur. Revenez en arrière et choisissez le mot de passe d’application&#x202f;; il ouvre la même chose.</translation>
    </message>
    <message>
        <source>This sign-in cannot write. The account can be read, not answered.</source>
        <translation>Cette connexion ne permet pas d’écrire. On peut lire le compte, pas y répondre.</translation>
    </message>
    <message>
        <source>This sign-in does not allow it.</source>
        <translation>Cette connexion ne le permet pas.</translation>
    </message>
    <message>
        <source>This sign-in does not allow that. Connect the channel again and tick every box that Google shows.</source>
        <translation>Cette connexion ne le permet pas. Reconnectez le canal et cochez toutes les cases que Google montre.</translation>
    </message>
    <message>
        <source>This sign-in does not allow that. Look at what it allows under Settings, Channels, and sign in again.</source>
        <translation>Cette connexion ne permet pas cela. Regardez ce qu’elle permet sous Paramètres, Canaux, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>This sign-in lasted as long as it could. Sign in again; your answers wait for it.</source>
        <translation>Cette connexion a duré autant qu’elle pouvait. Reconnectez-vous&#x202f;; vos réponses attendent.</translation>
    </message>
    <message>
        <source>This sign-in opens no Page. Have somebody give you access to the Page in Meta&apos;s Business settings, tick the Page when Facebook asks which ones to use, then sign in again.</source>
        <translation>Cette connexion n’ouvre aucune Page. Faites-vous donner l’accès à la Page dans les paramètres professionnels de Meta, cochez la Page quand Facebook demande lesquelles utiliser, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>This sign-in was used before, or took too long. Begin it once more.</source>
        <translation>Cette connexion a déjà servi, ou a pris trop de temps. Recommencez-la.</translation>
    </message>
    <message>
        <source>This sign-in was used before, took too long, or the return address is not that of the app. Begin it once more.</source>
        <translation>Cette connexion a déjà servi, a pris trop de temps, ou l’adresse de retour n’est pas celle de l’application. Recommencez-la.</translation>
    </message>
    <message>
        <source>This subreddit is private, and this account is no member of it.</source>
        <translation>Ce subreddit est privé, et ce compte n’en est pas membre.</translation>
    </message>
    <message>
        <source>This subreddit is quarantined; open it on Reddit first.</source>
        <translation>Ce subreddit est en quarantaine&#x202f;; ouvrez-le d’abord sur Reddit.</translation>
    </message>
    <message>
        <source>This thread is archived on Discord. Open it there, then send again.</source>
        <translation>Ce fil est archivé sur Discord. Rouvrez-le là-bas, puis renvoyez.</translation>
    </message>
    <message>
        <source>This thread is locked on Discord. Nothing was sent.</source>
        <translation>Ce fil est verrouillé sur Discord. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This thread is no longer in the workspace.</source>
        <translation>Ce fil n’est plus dans l’espace.</translation>
    </message>
    <message>
        <source>This topic of the group is closed. Nothing was sent.</source>
        <translation>Ce sujet du groupe est fermé. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This version cannot do one of the things the rule asks for.</source>
        <translation>Cette version ne sait pas faire l’une des choses que la règle demande.</translation>
    </message>
    <message>
        <source>This version does not know one of the statuses the rule waits for.</source>
        <translation>Cette version ne connaît pas l’un des états que la règle attend.</translation>
    </message>
    <message>
        <source>This version does not know the public holidays of that country or region. Nothing was changed.</source>
        <translation>Cette version ne connaît pas les jours fériés de ce pays ou de cette région. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This version does not know this reason to be away. Nothing was changed.</source>
        <translation>Cette version ne connaît pas ce motif d’absence. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This version does not know this way to give out threads. Nothing was changed.</source>
        <translation>Cette version ne connaît pas cette façon de confier les fils. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This view asks for something this version does not know. Nothing was changed.</source>
        <translation>Cette vue demande quelque chose que cette version ne connaît pas. Rien n’a changé.</translation>
    </message>
    <message>
        <source>This view belongs to somebody else. Nothing was changed; save a copy of your own.</source>
        <translation>Cette vue appartient à quelqu’un d’autre. Rien n’a changé&#x202f;; enregistrez-en une copie à vous.</translation>
    </message>
    <message>
        <source>This view comes with the workspace and cannot be changed. Save it as a view of your own.</source>
        <translation>Cette vue est fournie avec l’espace et ne peut pas être modifiée. Enregistrez-la comme une vue à vous.</translation>
    </message>
    <message>
        <source>This view was deleted meanwhile.</source>
        <translation>Cette vue a été supprimée entre-temps.</translation>
    </message>
    <message>
        <source>This was answered privately before, and that can be done only once. Nothing was sent.</source>
        <translation>Il y a déjà eu une réponse privée, et on ne peut le faire qu’une fois. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Threads App ID</source>
        <translation>Identifiant de l’app Threads</translation>
    </message>
    <message>
        <source>Threads App secret</source>
        <translation>Clé secrète de l’app Threads</translation>
    </message>
    <message>
        <source>Threads did not accept this answer. Nothing was sent; change it and try again.</source>
        <translation>Threads n’a pas accepté cette réponse. Rien n’a été envoyé&#x202f;; modifiez-la et réessayez.</translation>
    </message>
    <message>
        <source>Threads did not answer properly. SocialDesk looks whether it arrived.</source>
        <translation>Threads n’a pas répondu correctement. SocialDesk regarde si c’est arrivé.</translation>
    </message>
    <message>
        <source>Threads does not show them to this sign-in, so the queue would stay empty.</source>
        <translation>Threads ne les montre pas à cette connexion&#x202f;: la file resterait vide.</translation>
    </message>
    <message>
        <source>Threads does not take this token: it has ended, or a piece of it is missing. Make a new one and paste it whole.</source>
        <translation>Threads n’accepte pas ce jeton&#x202f;: il est terminé, ou il en manque un morceau. Créez-en un nouveau et collez-le en entier.</translation>
    </message>
    <message>
        <source>Threads has nothing for that. Nothing was done.</source>
        <translation>Threads n’a rien pour cela. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>Threads hides only replies that stand directly below your post, and what is below them with them. Nothing was done; hide the reply above it.</source>
        <translation>Threads ne masque que les réponses placées directement sous votre publication, avec tout ce qui est dessous. Rien n’a été fait&#x202f;; masquez la réponse au-dessus.</translation>
    </message>
    <message>
        <source>Threads is still preparing this answer. Nothing was sent yet; SocialDesk tries again by itself.</source>
        <translation>Threads prépare encore cette réponse. Rien n’a été envoyé pour l’instant&#x202f;; SocialDesk réessaie tout seul.</translation>
    </message>
    <message>
        <source>Threads of theirs were put together since. Take these apart first, then part the two.</source>
        <translation>Certains de leurs fils ont été fusionnés depuis. Séparez d’abord ces fils, puis les deux contacts.</translation>
    </message>
    <message>
        <source>Threads takes at most five links in a post. Nothing was sent; take some out.</source>
        <translation>Threads accepte au plus cinq liens dans une publication. Rien n’a été envoyé&#x202f;; retirez-en.</translation>
    </message>
    <message>
        <source>TikTok shows the comments on your videos only to apps that it has approved for its API for Business. SocialDesk does not speak it yet; it is planned.</source>
        <translation>TikTok ne montre les commentaires de vos vidéos qu’aux applications approuvées pour son API for Business. SocialDesk ne la prend pas encore en charge&#x202f;; c’est prévu.</translation>
    </message>
    <message>
        <source>To show the post next to the thread.</source>
        <translation>Pour montrer la publication à côté du fil.</translation>
    </message>
    <message>
        <source>To try out the protection. You confirm each one.</source>
        <translation>Pour essayer la protection. Vous confirmez chaque geste.</translation>
    </message>
    <message>
        <source>Too late to take back: it has left.</source>
        <translation>Trop tard pour annuler&#x202f;: c’est parti.</translation>
    </message>
    <message>
        <source>Too late: answers are taken for {hours} h only. Nothing was sent; keep it as a note.</source>
        <translation>Trop tard&#x202f;: les réponses ne sont prises que pendant {hours} h. Rien n’a été envoyé&#x202f;; gardez-la comme note.</translation>
    </message>
    <message>
        <source>Too late: it has happened.</source>
        <translation>Trop tard&#x202f;: c’est fait.</translation>
    </message>
    <message>
        <source>Too late: the channel is disconnected. Connect it again; its threads are still here.</source>
        <translation>Trop tard&#x202f;: le canal est déconnecté. Reconnectez-le&#x202f;; ses fils sont toujours là.</translation>
    </message>
    <message>
        <source>Try this rule first: it shows which threads it would have touched. Then switch it on.</source>
        <translation>Essayez d’abord cette règle&#x202f;: elle montre quels fils elle aurait touchés. Activez-la ensuite.</translation>
    </message>
    <message>
        <source>Type the App ID and the App secret.</source>
        <translation>Saisissez l’identifiant et la clé secrète de l’application.</translation>
    </message>
    <message>
        <source>Type the handle and an app password.</source>
        <translation>Tapez l’identifiant et un mot de passe d’application.</translation>
    </message>
    <message>
        <source>Type the mail address and its password.</source>
        <translation>Saisissez l’adresse e-mail et son mot de passe.</translation>
    </message>
    <message>
        <source>Type the mail address of the mailbox.</source>
        <translation>Saisissez l’adresse e-mail de la boîte.</translation>
    </message>
    <message>
        <source>Type the names of the mail servers.</source>
        <translation>Saisissez les noms des serveurs de messagerie.</translation>
    </message>
    <message>
        <source>Type the server your account lives on.</source>
        <translation>Saisissez le serveur de votre compte.</translation>
    </message>
    <message>
        <source>Type the server your account lives on. Your browser opens there and asks whether SocialDesk may work with the account.</source>
        <translation>Saisissez le serveur de votre compte. Votre navigateur s’y ouvre et demande si SocialDesk peut travailler avec le compte.</translation>
    </message>
    <message>
        <source>Type yes if Meta has approved Human Agent for your app: Messenger is then answered for 7 days instead of 24 hours.</source>
        <translation>Saisissez oui si Meta a approuvé Human Agent pour votre application&#x202f;: vous pouvez alors répondre dans Messenger pendant 7 jours au lieu de 24 heures.</translation>
    </message>
    <message>
        <source>Type yes if Meta has approved Human Agent for your app: messages are then answered for 7 days instead of 24 hours.</source>
        <translation>Saisissez oui si Meta a approuvé Human Agent pour votre application&#x202f;: vous pouvez alors répondre aux messages pendant 7 jours au lieu de 24 heures.</translation>
    </message>
    <message>
        <source>Units a day</source>
        <translation>Unités par jour</translation>
    </message>
    <message>
        <source>Use a professional account, allow what the sign-in asks for, and sign in again.</source>
        <translation>Utilisez un compte professionnel, autorisez ce que la connexion demande, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Waits for part {part}.</source>
        <translation>Attend la partie {part}.</translation>
    </message>
    <message>
        <source>Was found damaged. Connect this channel again, then its history is read.</source>
        <translation>A été trouvé endommagé. Reconnectez ce canal&#x202f;; son historique sera alors relu.</translation>
    </message>
    <message>
        <source>What Google allows this app for a day is used up. It goes on by itself after midnight in California; more can be asked for in Google&apos;s console.</source>
        <translation>Ce que Google accorde par jour à cette application est épuisé. Cela reprend tout seul après minuit en Californie&#x202f;; on peut en demander davantage dans la console Google.</translation>
    </message>
    <message>
        <source>What Google allows this app for a day of reading is used up; answers still leave. It goes on by itself after midnight in California; more can be asked for in Google&apos;s console.</source>
        <translation>Ce que Google accorde par jour à cette application pour lire est épuisé&#x202f;; les réponses partent encore. Cela reprend tout seul après minuit en Californie&#x202f;; on peut en demander davantage dans la console Google.</translation>
    </message>
    <message>
        <source>What X may cost this channel in a day, {dollars}, is used up. Answers still leave. It goes on by itself after midnight UTC; sign in again to allow more.</source>
        <translation>Ce que X peut coûter à ce canal en un jour, {dollars}, est épuisé. Les réponses partent encore. Cela reprend tout seul après minuit UTC&#x202f;; reconnectez-vous pour permettre plus.</translation>
    </message>
    <message>
        <source>What X may cost this channel in a day, {dollars}, is used up. Nothing was sent. It goes on by itself after midnight UTC; sign in again to allow more.</source>
        <translation>Ce que X peut coûter à ce canal en un jour, {dollars}, est épuisé. Rien n’a été envoyé. Cela reprend tout seul après minuit UTC&#x202f;; reconnectez-vous pour permettre plus.</translation>
    </message>
    <message>
        <source>What X&apos;s plan allows the app is used up. Change the plan or the limit in X&apos;s console under Billing.</source>
        <translation>Ce que l’offre de X permet à l’app est épuisé. Changez l’offre ou la limite dans la console de X, sous Billing.</translation>
    </message>
    <message>
        <source>What became of that answer is known by now.</source>
        <translation>On sait maintenant ce qu’est devenue cette réponse.</translation>
    </message>
    <message>
        <source>What people write can be read, not answered.</source>
        <translation>Ce que les gens écrivent se lit, mais on ne peut pas y répondre.</translation>
    </message>
    <message>
        <source>WhatsApp hands out messages only to a public server that is always on, never to a program on a desktop. SocialDesk has no such relay yet; it is planned.</source>
        <translation>WhatsApp ne remet les messages qu’à un serveur public toujours allumé, jamais à un programme de bureau. SocialDesk n’a pas encore un tel relais&#x202f;; c’est prévu.</translation>
    </message>
    <message>
        <source>Where this account is a moderator.</source>
        <translation>Là où ce compte est modérateur.</translation>
    </message>
    <message>
        <source>Who moved to another server is answered there.</source>
        <translation>Après un déménagement, on répond depuis le nouveau serveur.</translation>
    </message>
    <message>
        <source>Whoever owns the group cannot be blocked in it. Nothing was done.</source>
        <translation>Le propriétaire du groupe ne peut pas y être bloqué. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>With both the ID and the secret, SocialDesk can see when access ends.</source>
        <translation>Avec l’identifiant et la clé secrète, SocialDesk voit quand l’accès prend fin.</translation>
    </message>
    <message>
        <source>With pictures Telegram takes {most} characters, this is {many}. Nothing was sent; shorten it, or send the pictures by themselves.</source>
        <translation>Avec des images, Telegram prend {most} caractères, il y en a {many}. Rien n’a été envoyé&#x202f;; raccourcissez, ou envoyez les images seules.</translation>
    </message>
    <message>
        <source>Write the whole address, beginning with https://.</source>
        <translation>Écrivez l’adresse entière, à commencer par https://.</translation>
    </message>
    <message>
        <source>X allows more later. It goes on by itself.</source>
        <translation>X en permet davantage plus tard. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>X did not grant what reading needs. Sign in once more and allow everything X lists.</source>
        <translation>X n’a pas accordé ce qu’il faut pour lire. Reconnectez-vous et autorisez tout ce que X énumère.</translation>
    </message>
    <message>
        <source>X did not say whose account this is. Try again.</source>
        <translation>X n’a pas dit à qui est ce compte. Réessayez.</translation>
    </message>
    <message>
        <source>X did not take the description of a picture; the picture is there.</source>
        <translation>X n’a pas pris la description d’une image&#x202f;; l’image y est.</translation>
    </message>
    <message>
        <source>X did not take this picture. Nothing was sent; choose another one.</source>
        <translation>X n’a pas pris cette image. Rien n’a été envoyé&#x202f;; choisissez-en une autre.</translation>
    </message>
    <message>
        <source>X did not take this. Nothing was sent.</source>
        <translation>X ne l’a pas accepté. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>X does not allow that here. Nothing was sent.</source>
        <translation>X ne permet pas cela ici. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>X does not know the app of this sign-in any more. Sign in again with its new keys.</source>
        <translation>X ne connaît plus l’app de cette connexion. Reconnectez-vous avec ses nouvelles clés.</translation>
    </message>
    <message>
        <source>X does not let this app do that. Look in X&apos;s console whether the app may “Read and write and Direct message”, then sign in again.</source>
        <translation>X ne permet pas cela à cette app. Regardez dans la console de X si l’app peut «&#x202f;Read and write and Direct message&#x202f;», puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>X does not say who wrote this, so nobody can be written to. Nothing was sent.</source>
        <translation>X n’indique pas qui a écrit cela&#x202f;: il n’y a personne à qui écrire. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>X does not show them to this sign-in, so the queue would stay empty.</source>
        <translation>X ne les montre pas à cette connexion, la file resterait donc vide.</translation>
    </message>
    <message>
        <source>X has locked or suspended this account. Open X in the browser with it, then sign in again.</source>
        <translation>X a verrouillé ou suspendu ce compte. Ouvrez X avec lui dans le navigateur, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>X has nothing for that. Nothing was done.</source>
        <translation>X n’a rien pour cela. Rien n’a été fait.</translation>
    </message>
    <message>
        <source>X is read through an app of your own in X&apos;s developer console, and X charges what is read and written to it. Enter http://127.0.0.1:8721/callback there as the callback address. The guide “X” in the manual shows each step.</source>
        <translation>X est lu au moyen d’une app à vous dans la console de développement de X, et X lui facture ce qui est lu et écrit. Saisissez-y http://127.0.0.1:8721/callback comme adresse de retour. Le guide «&#x202f;X&#x202f;» du manuel montre chaque étape.</translation>
    </message>
    <message>
        <source>X lets apps answer only who has named the account or quoted it, and this person has not. Nothing was sent; answer on X itself (View on the platform).</source>
        <translation>X ne laisse les apps répondre qu’aux personnes qui ont nommé ou cité le compte, ce que celle-ci n’a pas fait. Rien n’a été envoyé&#x202f;; répondez sur X même (Voir sur la plateforme).</translation>
    </message>
    <message>
        <source>X no longer has the interface that this SocialDesk asks. Update SocialDesk; nothing that is here is lost.</source>
        <translation>X n’a plus l’interface que ce SocialDesk interroge. Mettez SocialDesk à jour&#x202f;; rien de ce qui est ici n’est perdu.</translation>
    </message>
    <message>
        <source>X opens another account with this sign-in. Connect the channel again.</source>
        <translation>X ouvre un autre compte avec cette connexion. Reconnectez le canal.</translation>
    </message>
    <message>
        <source>X says that this text was sent already. SocialDesk looks whether it was this answer.</source>
        <translation>X dit que ce texte a déjà été envoyé. SocialDesk regarde si c’était cette réponse.</translation>
    </message>
    <message>
        <source>X wants a new sign-in. Connect the channel again; your answers wait for it.</source>
        <translation>X veut une nouvelle connexion. Reconnectez le canal&#x202f;; vos réponses l’attendent.</translation>
    </message>
    <message>
        <source>You manage the page</source>
        <translation>Vous gérez la page</translation>
    </message>
    <message>
        <source>YouTube allows more in a moment. It goes on by itself.</source>
        <translation>YouTube en permet davantage dans un instant. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>YouTube blocks people only by a comment of theirs, and none could be found. Hide them in YouTube Studio: Settings, Community, Hidden users.</source>
        <translation>YouTube ne bloque les gens que par un de leurs commentaires, et aucun n’a été trouvé. Masquez-les dans YouTube Studio&#x202f;: Paramètres, Communauté, Utilisateurs masqués.</translation>
    </message>
    <message>
        <source>YouTube did not accept this. Nothing was sent; change it and try again.</source>
        <translation>YouTube ne l’a pas accepté. Rien n’a été envoyé&#x202f;; modifiez et réessayez.</translation>
    </message>
    <message>
        <source>YouTube does not allow this channel to do that. Look in YouTube Studio for the reason.</source>
        <translation>YouTube ne le permet pas à cette chaîne. Cherchez-en la raison dans YouTube Studio.</translation>
    </message>
    <message>
        <source>YouTube does not let this account write comments. Open YouTube in the browser with it and look what it asks.</source>
        <translation>YouTube ne laisse pas ce compte écrire de commentaires. Ouvrez YouTube avec lui dans le navigateur et voyez ce qui est demandé.</translation>
    </message>
    <message>
        <source>YouTube does not offer that to other programs.</source>
        <translation>YouTube ne l’offre pas aux autres programmes.</translation>
    </message>
    <message>
        <source>YouTube does not show them to this sign-in, so the queue would stay empty.</source>
        <translation>YouTube ne les montre pas à cette connexion, la file resterait donc vide.</translation>
    </message>
    <message>
        <source>YouTube finds this too long. Nothing was sent; shorten it.</source>
        <translation>YouTube trouve ce texte trop long. Rien n’a été envoyé&#x202f;; raccourcissez-le.</translation>
    </message>
    <message>
        <source>YouTube has closed or suspended this channel. Look at the e-mails from YouTube about it, then sign in again.</source>
        <translation>YouTube a fermé ou suspendu cette chaîne. Lisez les e-mails de YouTube à ce sujet, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>YouTube is read through an app of your own in Google&apos;s console. The guide “YouTube” in the manual shows each step; it takes ten minutes, once.</source>
        <translation>YouTube se lit par une application à vous dans la console Google. Le guide «&#x202f;YouTube&#x202f;» du manuel montre chaque étape&#x202f;; dix minutes, une seule fois.</translation>
    </message>
    <message>
        <source>YouTube lets nobody back in from outside. Do it in YouTube Studio: Settings, Community, Hidden users.</source>
        <translation>YouTube ne laisse revenir personne depuis l’extérieur. Faites-le dans YouTube Studio&#x202f;: Paramètres, Communauté, Utilisateurs masqués.</translation>
    </message>
    <message>
        <source>YouTube wants a new sign-in. Connect the channel again; your answers wait for it.</source>
        <translation>YouTube demande une nouvelle connexion. Reconnectez le canal&#x202f;; vos réponses l’attendent.</translation>
    </message>
    <message>
        <source>Your app was removed from this account. Sign in again and allow it; your answers wait for it.</source>
        <translation>Votre application a été retirée de ce compte. Reconnectez-vous et autorisez-la&#x202f;; vos réponses attendent.</translation>
    </message>
    <message>
        <source>Your keyring does not have the key of {folder}. Open the keyring it was made with; without the key the files cannot be read.</source>
        <translation>Votre trousseau n’a pas la clé de {folder}. Ouvrez le trousseau avec lequel il a été créé&#x202f;; sans la clé, les fichiers sont illisibles.</translation>
    </message>
    <message>
        <source>Your keyring is locked. Unlock it, then try again.</source>
        <translation>Votre trousseau est verrouillé. Déverrouillez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>contoso.onmicrosoft.com</source>
        <translation>contoso.onmicrosoft.com</translation>
    </message>
    <message>
        <source>hello@example.org</source>
        <translation>bonjour@example.org</translation>
    </message>
    <message>
        <source>help, feedback</source>
        <translation>aide, retours</translation>
    </message>
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>imap.example.org</source>
        <translation>imap.example.org</translation>
    </message>
    <message>
        <source>mastodon.social</source>
        <translation>mastodon.social</translation>
    </message>
    <message>
        <source>name.bsky.social</source>
        <translation>nom.bsky.social</translation>
    </message>
    <message>
        <source>smtp.example.org</source>
        <translation>smtp.example.org</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{folder} holds a workspace that is not the demo. Nothing was changed. Choose another folder with --workspace DIR.</source>
        <translation>{folder} contient un espace de travail qui n’est pas la démo. Rien n’a été modifié. Choisissez un autre dossier avec --workspace DIR.</translation>
    </message>
    <message>
        <source>{folder} is being repaired or protected anew by another SocialDesk. Wait for it to end, then try again.</source>
        <translation>Un autre SocialDesk est en train de réparer {folder} ou d’en changer la protection. Attendez qu’il ait fini, puis réessayez.</translation>
    </message>
    <message>
        <source>{folder} is kept under a passphrase: give it with --passphrase-file FILE.</source>
        <translation>{folder} est protégé par une phrase secrète&#x202f;: indiquez-la avec --passphrase-file FILE.</translation>
    </message>
    <message>
        <source>{folder} was written by a newer SocialDesk. Nothing was changed. Install the newer SocialDesk, or choose another workspace with --workspace.</source>
        <translation>{folder} a été écrit par un SocialDesk plus récent. Rien n’a changé. Installez le SocialDesk plus récent, ou choisissez un autre espace avec --workspace.</translation>
    </message>
    <message>
        <source>{host} allows little more for now; what is left is kept for your answers. It goes on by itself.</source>
        <translation>{host} ne permet plus grand-chose pour l’instant&#x202f;; le reste est gardé pour vos réponses. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>{host} allows more later. It goes on by itself.</source>
        <translation>{host} en permet davantage plus tard. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. Check the network, then try again.</source>
        <translation>{host} est injoignable. Vérifiez le réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. Check the network; SocialDesk tries again by itself.</source>
        <translation>{host} est injoignable. Vérifiez le réseau&#x202f;; SocialDesk réessaie tout seul.</translation>
    </message>
    <message>
        <source>{host} did not answer properly. Nothing was changed; try again.</source>
        <translation>{host} n’a pas répondu correctement. Rien n’a été modifié&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>{host} did not answer properly. SocialDesk tries again by itself.</source>
        <translation>{host} n’a pas répondu correctement. SocialDesk réessaie tout seul.</translation>
    </message>
    <message>
        <source>{host} is not an address of a server.</source>
        <translation>{host} n’est pas l’adresse d’un serveur.</translation>
    </message>
    <message>
        <source>{host} must be reached by https://; a password is never sent in clear.</source>
        <translation>{host} doit être joint par https://&#x202f;; un mot de passe n’est jamais envoyé en clair.</translation>
    </message>
    <message>
        <source>{host} sends nothing by itself now; it is asked from time to time instead.</source>
        <translation>{host} n’envoie rien de lui-même en ce moment&#x202f;; il est interrogé de temps en temps.</translation>
    </message>
    <message>
        <source>{host} takes no sign-in through the browser. Connect this mailbox with its password.</source>
        <translation>{host} n’accepte pas de connexion par le navigateur. Connectez cette boîte avec son mot de passe.</translation>
    </message>
    <message>
        <source>{name} allows more sign-ins later. Try again in a while.</source>
        <translation>{name} permettra d’autres connexions plus tard. Réessayez dans un moment.</translation>
    </message>
    <message>
        <source>{name} cannot sign anybody in at the moment. Try again later.</source>
        <translation>{name} ne peut connecter personne en ce moment. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>{name} changed the memo while you wrote.</source>
        <translation>{name} a modifié le mémo pendant que vous écriviez.</translation>
    </message>
    <message>
        <source>{name} did not accept this sign-in. Begin it once more.</source>
        <translation>{name} n’a pas accepté cette connexion. Recommencez-la.</translation>
    </message>
    <message>
        <source>{name} did not let SocialDesk in. Check what the sign-in asks for, then begin it once more.</source>
        <translation>{name} n’a pas laissé entrer SocialDesk. Vérifiez ce que la connexion demande, puis recommencez-la.</translation>
    </message>
    <message>
        <source>{name} does not come with SocialDesk, and nobody allowed it as it is now. Connect it again; you are asked then.</source>
        <translation>{name} n’est pas fourni avec SocialDesk, et personne ne l’a autorisé tel qu’il est à présent. Connectez-le de nouveau&#x202f;; la question vous sera alors posée.</translation>
    </message>
    <message>
        <source>{name} does not know these keys of an app, or they do not belong together. Check what was typed.</source>
        <translation>{name} ne connaît pas ces clés d’application, ou elles ne vont pas ensemble. Vérifiez ce que vous avez saisi.</translation>
    </message>
    <message>
        <source>{name} has no such way to sign in. Choose another one.</source>
        <translation>{name} n’offre pas cette façon de se connecter. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>{name} says that the access was not granted. Sign in once more and allow it.</source>
        <translation>{name} dit que l’accès n’a pas été accordé. Connectez-vous de nouveau et autorisez-le.</translation>
    </message>
    <message>
        <source>{name} wants to open an address that is no safe page. Check the address of the server.</source>
        <translation>{name} veut ouvrir une adresse qui n’est pas une page sûre. Vérifiez l’adresse du serveur.</translation>
    </message>
    <message>
        <source>{path} cannot be opened with this passphrase.</source>
        <translation>{path} ne s’ouvre pas avec cette phrase secrète.</translation>
    </message>
    <message>
        <source>{path} cannot be read or written: the disk reports an error. Check the disk first.</source>
        <translation>{path} ne peut être ni lu ni écrit&#x202f;: le disque signale une erreur. Vérifiez d’abord le disque.</translation>
    </message>
    <message>
        <source>{path} cannot be read with the key of this workspace: it was written with another one, or is damaged from end to end. Nothing was changed. If you have put a file of another copy here, put the right one back; else run: socialdesk doctor --repair, which sets it aside and reads your channels again.</source>
        <translation>{path} ne se lit pas avec la clé de cet espace&#x202f;: le fichier a été écrit avec une autre, ou est endommagé d’un bout à l’autre. Rien n’a changé. Si vous avez mis ici le fichier d’une autre copie, remettez le bon&#x202f;; sinon, lancez&#x202f;: socialdesk doctor --repair, qui le met de côté et relit vos canaux.</translation>
    </message>
    <message>
        <source>{path} cannot be read: it is damaged. Nothing was changed.</source>
        <translation>{path} est illisible&#x202f;: le fichier est endommagé. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{path} cannot be read: it is damaged. Nothing was changed. Run: socialdesk doctor --repair, which sets it aside, keeps all that can be read of it, and reads your channels again.</source>
        <translation>{path} est illisible&#x202f;: le fichier est endommagé. Rien n’a changé. Lancez&#x202f;: socialdesk doctor --repair, qui le met de côté, garde tout ce qui peut en être lu et relit vos canaux.</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}. Make it accessible, then try again.</source>
        <translation>{path} ne peut pas être utilisé&#x202f;: {reason}. Rendez-le accessible, puis réessayez.</translation>
    </message>
    <message>
        <source>{path} cannot be written: the file, or the disk it is on, is read-only. Everything before it is safe. Make it writable, then try again.</source>
        <translation>{path} ne peut pas être écrit&#x202f;: le fichier, ou le disque qui le porte, est en lecture seule. Tout ce qui précède est en sûreté. Rendez-le modifiable, puis réessayez.</translation>
    </message>
    <message>
        <source>{path} is damaged ({said}).</source>
        <translation>{path} est endommagé ({said}).</translation>
    </message>
    <message>
        <source>{path} is damaged. Nothing was changed.</source>
        <translation>{path} est endommagé. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{path} is damaged. Nothing was changed. Run: socialdesk doctor --repair, which sets it aside, keeps all that can be read of it, and reads your channels again.</source>
        <translation>{path} est endommagé. Rien n’a changé. Lancez&#x202f;: socialdesk doctor --repair, qui le met de côté, garde tout ce qui peut en être lu et relit vos canaux.</translation>
    </message>
    <message>
        <source>{path} is damaged. The files beside it are untouched; put the newest backup of it back.</source>
        <translation>{path} est endommagé. Les fichiers voisins sont intacts&#x202f;; remettez-en la sauvegarde la plus récente.</translation>
    </message>
    <message>
        <source>{path} was written by a newer SocialDesk (its version is {its}, this one knows {ours}). Nothing was changed. Install the newer SocialDesk, or choose another workspace with --workspace.</source>
        <translation>{path} a été écrit par un SocialDesk plus récent (sa version est {its}, celui-ci connaît la {ours}). Rien n’a changé. Installez le SocialDesk plus récent, ou choisissez un autre espace avec --workspace.</translation>
    </message>
    <message>
        <source>{path}, which holds your sign-ins, is damaged. Messages, notes and drafts are not touched. Put a copy of that file back; without one, rename it, and sign in to your channels again.</source>
        <translation>{path}, qui contient vos connexions, est endommagé. Messages, notes et brouillons sont intacts. Remettez une copie de ce fichier&#x202f;; sans copie, renommez-le et reconnectez-vous à vos canaux.</translation>
    </message>
    <message>
        <source>{provider} let you in, but its mail server does not open the mailbox of this address. Choose the account of this very address in the browser. At work, whoever runs the mail may have to allow IMAP and SMTP for it.</source>
        <translation>{provider} vous a laissé entrer, mais son serveur de messagerie n’ouvre pas la boîte de cette adresse. Choisissez dans le navigateur le compte de cette adresse même. Au travail, il se peut que la personne qui gère la messagerie doive lui permettre IMAP et SMTP.</translation>
    </message>
    <message>
        <source>{sentence} Nothing was saved.</source>
        <translation>{sentence} Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>{sentence} Nothing was sent.</source>
        <translation>{sentence} Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>{sentence} Yours is kept as a draft: read the new one, then save again.</source>
        <translation>{sentence} Le vôtre est gardé comme brouillon&#x202f;: lisez le nouveau, puis enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>{server} answers, but it is not a Bluesky server. Check the address; for most accounts it is https://bsky.social.</source>
        <translation>{server} répond, mais ce n’est pas un serveur Bluesky. Vérifiez l’adresse&#x202f;; pour la plupart des comptes, c’est https://bsky.social.</translation>
    </message>
    <message>
        <source>{server} does not protect the connection properly, so no password was sent. Check server and port: 993 for reading and 465 or 587 for sending are usual.</source>
        <translation>{server} ne protège pas bien la connexion, aucun mot de passe n’a donc été envoyé. Vérifiez le serveur et le port&#x202f;: 993 pour lire et 465 ou 587 pour envoyer sont habituels.</translation>
    </message>
    <message>
        <source>{server} is not the name of a mail server. Such a name looks like imap.example.org, or with a port like imap.example.org:993.</source>
        <translation>{server} n’est pas le nom d’un serveur de courrier. Un tel nom ressemble à imap.example.org, ou avec un port à imap.example.org:993.</translation>
    </message>
    <message>
        <source>{server} offers no encryption, and a password is never sent in clear. Ask whoever runs the server for another port; 993 for reading and 465 or 587 for sending are usual.</source>
        <translation>{server} n’offre pas de chiffrement, et un mot de passe n’est jamais envoyé en clair. Demandez un autre port à qui gère le serveur&#x202f;; 993 pour lire et 465 ou 587 pour envoyer sont habituels.</translation>
    </message>
    <message>
        <source>{server} shows a certificate that this computer does not trust ({reason}). No password was sent. Check the name of the server, or ask whoever runs it.</source>
        <translation>{server} montre un certificat auquel cet ordinateur ne fait pas confiance ({reason}). Aucun mot de passe n’a été envoyé. Vérifiez le nom du serveur, ou demandez à qui le gère.</translation>
    </message>
    <message>
        <source>“{name}” adds and removes the tag {tag}.</source>
        <translation>«&#x202f;{name}&#x202f;» met et retire l’étiquette {tag}.</translation>
    </message>
    <message>
        <source>“{name}” brings itself about again and again; SocialDesk stops that after five times.</source>
        <translation>«&#x202f;{name}&#x202f;» se déclenche elle-même sans fin&#x202f;; SocialDesk arrête cela après cinq fois.</translation>
    </message>
    <message>
        <source>“{name}” can never do anything: its conditions exclude each other.</source>
        <translation>«&#x202f;{name}&#x202f;» ne peut jamais rien faire&#x202f;: ses conditions s’excluent.</translation>
    </message>
    <message>
        <source>“{name}” does its work on every message of every channel.</source>
        <translation>«&#x202f;{name}&#x202f;» agit sur chaque message de chaque canal.</translation>
    </message>
    <message>
        <source>“{name}” does its work on every message of its channels.</source>
        <translation>«&#x202f;{name}&#x202f;» agit sur chaque message de ses canaux.</translation>
    </message>
    <message>
        <source>“{name}” gives the thread to more than one person; the last one wins.</source>
        <translation>«&#x202f;{name}&#x202f;» confie le fil à plusieurs personnes&#x202f;; la dernière l’emporte.</translation>
    </message>
    <message>
        <source>“{name}” is not there in this workspace.</source>
        <translation>«&#x202f;{name}&#x202f;» n’existe pas dans cet espace de travail.</translation>
    </message>
    <message>
        <source>“{name}” never gets its turn: “{other}” stands before it and stops.</source>
        <translation>«&#x202f;{name}&#x202f;» n’a jamais son tour&#x202f;: «&#x202f;{other}&#x202f;» est placée avant elle et termine la liste.</translation>
    </message>
    <message>
        <source>“{name}” sets more than one priority; the last one wins.</source>
        <translation>«&#x202f;{name}&#x202f;» donne plusieurs priorités&#x202f;; la dernière l’emporte.</translation>
    </message>
    <message>
        <source>“{name}” snoozes the thread and marks it done.</source>
        <translation>«&#x202f;{name}&#x202f;» remet le fil à plus tard et le marque terminé.</translation>
    </message>
    <message>
        <source>“{name}”: it does not say for which channels it is.</source>
        <translation>«&#x202f;{name}&#x202f;»&#x202f;: elle ne dit pas pour quels canaux elle vaut.</translation>
    </message>
    <message>
        <source>“{name}”: it does not say what to do.</source>
        <translation>«&#x202f;{name}&#x202f;»&#x202f;: elle ne dit pas quoi faire.</translation>
    </message>
    <message>
        <source>“{name}”: its condition asks for something this version does not know.</source>
        <translation>«&#x202f;{name}&#x202f;»&#x202f;: sa condition demande quelque chose que cette version ne connaît pas.</translation>
    </message>
    <message>
        <source>“{name}”: this version cannot do one of the things it asks for.</source>
        <translation>«&#x202f;{name}&#x202f;»&#x202f;: cette version ne sait pas faire l’une des choses demandées.</translation>
    </message>
    <message>
        <source>“{name}”: this version does not know what it waits for.</source>
        <translation>«&#x202f;{name}&#x202f;»&#x202f;: cette version ne connaît pas ce qu’elle attend.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” bring each other about again and again; SocialDesk stops that after five times.</source>
        <translation>«&#x202f;{one}&#x202f;» et «&#x202f;{other}&#x202f;» se déclenchent l’une l’autre sans fin&#x202f;; SocialDesk arrête cela après cinq fois.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” contradict each other: one adds the tag {tag}, one removes it.</source>
        <translation>«&#x202f;{one}&#x202f;» et «&#x202f;{other}&#x202f;» se contredisent&#x202f;: l’une met l’étiquette {tag}, l’autre la retire.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” contradict each other: one snoozes the thread, one marks it done.</source>
        <translation>«&#x202f;{one}&#x202f;» et «&#x202f;{other}&#x202f;» se contredisent&#x202f;: l’une remet le fil à plus tard, l’autre le marque terminé.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” give the thread to different people under the same condition; the later one wins.</source>
        <translation>«&#x202f;{one}&#x202f;» et «&#x202f;{other}&#x202f;» confient le fil à des personnes différentes dans le même cas&#x202f;; la seconde l’emporte.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” set different priorities under the same condition; the later one wins.</source>
        <translation>«&#x202f;{one}&#x202f;» et «&#x202f;{other}&#x202f;» donnent des priorités différentes dans le même cas&#x202f;; la seconde l’emporte.</translation>
    </message>
    <message>
        <source>“{words}” has no letters that could be looked for.</source>
        <translation>«&#x202f;{words}&#x202f;» n’a pas de lettres à chercher.</translation>
    </message>
    <message>
        <source>….apps.googleusercontent.com</source>
        <translation>….apps.googleusercontent.com</translation>
    </message>
</context>
<context>
    <name>context</name>
    <message numerus="yes">
        <source>%n character(s) too many for a memo.</source>
        <translation>
            <numerusform>%n caractère de trop pour un mémo.</numerusform>
            <numerusform>%n caractères de trop pour un mémo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier version(s)</source>
        <translation>
            <numerusform>%n version antérieure</numerusform>
            <numerusform>%n versions antérieures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n commande</numerusform>
            <numerusform>%n commandes</numerusform>
        </translation>
    </message>
    <message>
        <source>A VIP. Press to change</source>
        <translation>VIP. Appuyez pour changer</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>About the contact</source>
        <translation>À propos du contact</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Ajouter un champ</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>All done due {moment} · target {target}</source>
        <translation>Tout terminé pour {moment} · délai {target}</translation>
    </message>
    <message>
        <source>All done was due {moment} · target {target}</source>
        <translation>Tout devait être terminé pour {moment} · délai {target}</translation>
    </message>
    <message>
        <source>All done: the clock rests, waiting on the contact · target {target}</source>
        <translation>Tout terminé&#x202f;: le délai est suspendu, en attente du contact · délai {target}</translation>
    </message>
    <message>
        <source>Also wrote on {channel}</source>
        <translation>A aussi écrit sur {channel}</translation>
    </message>
    <message>
        <source>Answer with it and be done</source>
        <translation>Répondre avec elle et terminer</translation>
    </message>
    <message>
        <source>Answered in {span}</source>
        <translation>Répondu en {span}</translation>
    </message>
    <message>
        <source>Around this comment</source>
        <translation>Autour de ce commentaire</translation>
    </message>
    <message>
        <source>As they write</source>
        <translation>Selon ses messages</translation>
    </message>
    <message>
        <source>Asked {moment}</source>
        <translation>Reçu {moment}</translation>
    </message>
    <message>
        <source>By the usual promise, version {version}</source>
        <translation>Selon l’engagement habituel, version {version}</translation>
    </message>
    <message>
        <source>By “{name}”, version {version}</source>
        <translation>Selon «&#x202f;{name}&#x202f;», version {version}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>Changer la langue</translation>
    </message>
    <message>
        <source>Chosen by hand</source>
        <translation>Choisi à la main</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Due {moment}</source>
        <translation>À faire pour {moment}</translation>
    </message>
    <message>
        <source>Earlier with {name}</source>
        <translation>Plus tôt avec {name}</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Abonnés</translation>
    </message>
    <message>
        <source>Give the field a name.</source>
        <translation>Donnez un nom au champ.</translation>
    </message>
    <message>
        <source>Go on with your draft</source>
        <translation>Reprendre votre brouillon</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Réunir</translation>
    </message>
    <message>
        <source>Join with {name}</source>
        <translation>Réunir avec {name}</translation>
    </message>
    <message>
        <source>Joined by {who}: {why}</source>
        <translation>Réunis par {who}&#x202f;: {why}</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>Type de valeur</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Make them a VIP</source>
        <translation>Marquer comme VIP</translation>
    </message>
    <message>
        <source>Memo saved.</source>
        <translation>Mémo enregistré.</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>Nom du champ</translation>
    </message>
    <message>
        <source>Name, such as Size</source>
        <translation>Nom, par exemple Taille</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Pas la même</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Open the address</source>
        <translation>Ouvrir l’adresse</translation>
    </message>
    <message>
        <source>Opening hours left until then: {span}</source>
        <translation>Heures d’ouverture restant d’ici là&#x202f;: {span}</translation>
    </message>
    <message>
        <source>Part from {name}</source>
        <translation>Séparer de {name}</translation>
    </message>
    <message>
        <source>Perhaps the same person</source>
        <translation>Peut-être la même personne</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Place saved.</source>
        <translation>Lieu enregistré.</translation>
    </message>
    <message>
        <source>Place, such as Lyon</source>
        <translation>Lieu, par exemple Lyon</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the tag {tag}</source>
        <translation>Retirer l’étiquette {tag}</translation>
    </message>
    <message>
        <source>Same full name</source>
        <translation>Même nom complet</translation>
    </message>
    <message>
        <source>Same handle</source>
        <translation>Même identifiant</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Saved replies that fit</source>
        <translation>Réponses types qui conviennent</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Afficher %n de plus</numerusform>
            <numerusform>Afficher %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Show it beside this one</source>
        <translation>L’afficher à côté</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Tag {tag} removed.</source>
        <translation>Étiquette {tag} retirée.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Target {span}</source>
        <translation>Objectif {span}</translation>
    </message>
    <message>
        <source>Team memo</source>
        <translation>Mémo de l’équipe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The memo was changed while you wrote. It says now: {memo}</source>
        <translation>Le mémo a changé pendant que vous écriviez. Il dit maintenant&#x202f;: {memo}</translation>
    </message>
    <message>
        <source>Their language follows what they write.</source>
        <translation>La langue suit ses messages.</translation>
    </message>
    <message>
        <source>There is a field of this name. Change that one, or choose another name.</source>
        <translation>Un champ porte déjà ce nom. Modifiez-le, ou choisissez un autre nom.</translation>
    </message>
    <message>
        <source>They read {language}.</source>
        <translation>Langue choisie&#x202f;: {language}.</translation>
    </message>
    <message>
        <source>This is no date. Write it like {example}.</source>
        <translation>Ce n’est pas une date. Écrivez-la comme {example}.</translation>
    </message>
    <message>
        <source>This is no number. Write digits only, such as 1250.</source>
        <translation>Ce n’est pas un nombre. N’écrivez que des chiffres, par exemple 1250.</translation>
    </message>
    <message>
        <source>This is no web address. It begins with https://.</source>
        <translation>Ce n’est pas une adresse web. Elle commence par https://.</translation>
    </message>
    <message>
        <source>This time zone is not known. Choose one of the list, or leave it empty.</source>
        <translation>Ce fuseau horaire est inconnu. Choisissez-en un dans la liste, ou laissez vide.</translation>
    </message>
    <message>
        <source>Time to reply</source>
        <translation>Délai de réponse</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Time zone, such as Europe/Paris</source>
        <translation>Fuseau horaire, par exemple Europe/Paris</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Value of the field</source>
        <translation>Valeur du champ</translation>
    </message>
    <message>
        <source>Waiting on contact</source>
        <translation>En attente du contact</translation>
    </message>
    <message>
        <source>What should everybody know about this person?</source>
        <translation>Que devrait savoir toute l’équipe sur cette personne&#x202f;?</translation>
    </message>
    <message>
        <source>Why here? {reasons}</source>
        <translation>Pourquoi ici&#x202f;? {reasons}</translation>
    </message>
    <message>
        <source>Without words</source>
        <translation>Sans texte</translation>
    </message>
    <message>
        <source>Write the memo</source>
        <translation>Écrire le mémo</translation>
    </message>
    <message>
        <source>Writes in</source>
        <translation>Écrit en</translation>
    </message>
    <message>
        <source>laid ready by the rule “{name}”</source>
        <translation>préparée par la règle «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s) for threads like this</source>
        <translation>
            <numerusform>utilisée %n fois pour des fils semblables</numerusform>
            <numerusform>utilisée %n fois pour des fils semblables</numerusform>
        </translation>
    </message>
    <message>
        <source>words: {words}</source>
        <translation>mots&#x202f;: {words}</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} j</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
    <message>
        <source>{label} removed.</source>
        <translation>{label}&#x202f;: retiré.</translation>
    </message>
    <message>
        <source>{label} saved.</source>
        <translation>{label}&#x202f;: enregistré.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{name} is a VIP.</source>
        <translation>{name} est VIP.</translation>
    </message>
    <message>
        <source>{name} is a contact of their own again.</source>
        <translation>{name} est de nouveau un contact à part.</translation>
    </message>
    <message>
        <source>{name} is no VIP now.</source>
        <translation>{name} n’est plus VIP.</translation>
    </message>
    <message>
        <source>{name} is somebody else</source>
        <translation>{name} est quelqu’un d’autre</translation>
    </message>
    <message>
        <source>{name} is somebody else.</source>
        <translation>{name} est quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>{name} on {platform} is the same person.</source>
        <translation>{name} sur {platform} est la même personne.</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <comment>what somebody else said</comment>
        <translation>{name}&#x202f;: {words}</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>{span} de retard</translation>
    </message>
</context>
<context>
    <name>conversation</name>
    <message numerus="yes">
        <source>%n answer(s) wait.</source>
        <comment>for a new sign-in</comment>
        <translation>
            <numerusform>%n réponse attend.</numerusform>
            <numerusform>%n réponses attendent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n commentaire</numerusform>
            <numerusform>%n commentaires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <comment>what was done in the team</comment>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n j’aime</numerusform>
            <numerusform>%n j’aime</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n citation</numerusform>
            <numerusform>%n citations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reaction(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n réaction</numerusform>
            <numerusform>%n réactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reply(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n repost(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n republication</numerusform>
            <numerusform>%n republications</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <comment>of a place</comment>
        <translation>
            <numerusform>%n avis</numerusform>
            <numerusform>%n avis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n share(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n partage</numerusform>
            <numerusform>%n partages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n view(s)</source>
        <comment>of a post</comment>
        <translation>
            <numerusform>%n vue</numerusform>
            <numerusform>%n vues</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two things that a rule did</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>A month ago</source>
        <translation>Il y a un mois</translation>
    </message>
    <message>
        <source>A rule did something here</source>
        <translation>Une règle a agi ici</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>Il y a une semaine</translation>
    </message>
    <message>
        <source>A year ago</source>
        <translation>Il y a un an</translation>
    </message>
    <message>
        <source>Always on this channel</source>
        <translation>Toujours sur ce canal</translation>
    </message>
    <message>
        <source>Always show pictures of this channel</source>
        <translation>Toujours afficher les images de ce canal</translation>
    </message>
    <message>
        <source>Answered privately in {seconds} s; only they will read it</source>
        <translation>Réponse privée dans {seconds} s&#x202f;; seule cette personne la lira</translation>
    </message>
    <message>
        <source>Answered privately; the public sees nothing of it</source>
        <translation>Répondu en privé&#x202f;; le public n’en voit rien</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Approved: the public sees it.</source>
        <translation>Approuvée&#x202f;: le public la voit.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>Assign to somebody</source>
        <translation>Confier à quelqu’un</translation>
    </message>
    <message>
        <source>Assigned to {name}</source>
        <translation>Confié à {name}</translation>
    </message>
    <message>
        <source>Back from snooze</source>
        <translation>De retour dans la file</translation>
    </message>
    <message>
        <source>Blocked on {channel}</source>
        <translation>Bloqué sur {channel}</translation>
    </message>
    <message>
        <source>Blocked on {channel} in {seconds} s</source>
        <translation>Bloqué sur {channel} dans {seconds} s</translation>
    </message>
    <message>
        <source>Blocking on {channel}</source>
        <translation>Blocage sur {channel}</translation>
    </message>
    <message>
        <source>By the rule “{name}”: {what}</source>
        <translation>Par la règle «&#x202f;{name}&#x202f;»&#x202f;: {what}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Se rapprocher</translation>
    </message>
    <message>
        <source>Comment instead</source>
        <translation>Commenter plutôt</translation>
    </message>
    <message>
        <source>Connection broke. Not found on {channel}.</source>
        <translation>Connexion interrompue. Introuvable sur {channel}.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Corrected on {channel}</source>
        <translation>Corrigé sur {channel}</translation>
    </message>
    <message>
        <source>Corrected on {channel} in {seconds} s</source>
        <translation>Corrigé sur {channel} dans {seconds}&#x202f;s</translation>
    </message>
    <message>
        <source>Correcting it on {channel}</source>
        <translation>Correction en cours sur {channel}</translation>
    </message>
    <message>
        <source>Deleted on {channel}</source>
        <translation>Supprimé sur {channel}</translation>
    </message>
    <message>
        <source>Deleted on {channel} in {seconds} s</source>
        <translation>Supprimé sur {channel} dans {seconds} s</translation>
    </message>
    <message>
        <source>Deleting it on {channel}</source>
        <translation>Suppression sur {channel}</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>the button that ends a thread</comment>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Earlier in the thread</source>
        <translation>Plus haut dans le fil</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versions antérieures</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Farther away</source>
        <translation>S’éloigner</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Find in this thread</source>
        <translation>Chercher dans ce fil</translation>
    </message>
    <message>
        <source>Go to a date</source>
        <translation>Aller à une date</translation>
    </message>
    <message>
        <source>Goes out now</source>
        <translation>Part maintenant</translation>
    </message>
    <message>
        <source>Hidden from the public in {seconds} s</source>
        <translation>Masqué au public dans {seconds} s</translation>
    </message>
    <message>
        <source>Hidden from the public on {channel}</source>
        <translation>Masqué au public sur {channel}</translation>
    </message>
    <message>
        <source>Hidden message</source>
        <translation>Message masqué</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Hiding it on {channel}</source>
        <translation>Masquage sur {channel}</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Ignored: the public does not see it.</source>
        <translation>Ignorée&#x202f;: le public ne la voit pas.</translation>
    </message>
    <message>
        <source>Internal note of {name}, {time}. {text}</source>
        <translation>Note interne de {name}, {time}. {text}</translation>
    </message>
    <message>
        <source>Internal note · {name}</source>
        <translation>Note interne · {name}</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Il est arrivé</translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translation>Ce n’est pas fait</translation>
    </message>
    <message>
        <source>It happened</source>
        <translation>C’est fait</translation>
    </message>
    <message>
        <source>It looks like {shown}, but its letters are others.</source>
        <translation>Cela ressemble à {shown}, mais les lettres sont différentes.</translation>
    </message>
    <message>
        <source>Its letters come from different scripts, as in addresses that imitate others: {shown}.</source>
        <translation>Ses lettres viennent d’écritures différentes, comme dans les adresses qui en imitent d’autres&#x202f;: {shown}.</translation>
    </message>
    <message>
        <source>Jump to the newest message</source>
        <translation>Aller au message le plus récent</translation>
    </message>
    <message>
        <source>Keep as note</source>
        <translation>Garder en note</translation>
    </message>
    <message>
        <source>Later in the thread</source>
        <translation>Plus bas dans le fil</translation>
    </message>
    <message>
        <source>Leaves {moment}. If they write before, it asks you.</source>
        <translation>Départ&#x202f;: {moment}. Si la personne écrit avant, on vous demandera.</translation>
    </message>
    <message>
        <source>Letting them in again on {channel}</source>
        <translation>Déblocage sur {channel}</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Aimer</translation>
    </message>
    <message>
        <source>Likely abusive. Kept out of sight.</source>
        <translation>Sans doute injurieux. Gardé hors de vue.</translation>
    </message>
    <message>
        <source>Likely spam. Kept out of sight.</source>
        <translation>Sans doute indésirable. Gardé hors de vue.</translation>
    </message>
    <message>
        <source>Liking it on {channel}</source>
        <translation>J’aime en cours d’envoi sur {channel}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Loading newer</source>
        <translation>Chargement des plus récents</translation>
    </message>
    <message>
        <source>Loading older</source>
        <translation>Chargement des plus anciens</translation>
    </message>
    <message>
        <source>Loading the picture: {words}</source>
        <translation>Chargement de l’image&#x202f;: {words}</translation>
    </message>
    <message>
        <source>Longer than {most} characters. Nothing was sent.</source>
        <translation>Plus de {most} caractères. Rien n’est parti.</translation>
    </message>
    <message>
        <source>Look at the picture</source>
        <translation>Regarder l’image</translation>
    </message>
    <message>
        <source>Look there</source>
        <translation>Regarder là-bas</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>Marquer terminé</translation>
    </message>
    <message>
        <source>Messages with {name}</source>
        <translation>Messages avec {name}</translation>
    </message>
    <message>
        <source>More about this thread</source>
        <translation>Plus sur ce fil</translation>
    </message>
    <message>
        <source>New while you were writing</source>
        <translation>Nouveau pendant que vous écriviez</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Au plus récent</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>No web address</source>
        <translation>Pas d’adresse web</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Nobody said that here</source>
        <translation>Personne n’a dit cela ici</translation>
    </message>
    <message>
        <source>Not blocked on {channel}</source>
        <translation>Non bloqué sur {channel}</translation>
    </message>
    <message>
        <source>Not corrected on {channel}</source>
        <translation>Pas corrigé sur {channel}</translation>
    </message>
    <message>
        <source>Not deleted on {channel}</source>
        <translation>Non supprimé sur {channel}</translation>
    </message>
    <message>
        <source>Not hidden on {channel}</source>
        <translation>Non masqué sur {channel}</translation>
    </message>
    <message>
        <source>Not let in again on {channel}</source>
        <translation>Non débloqué sur {channel}</translation>
    </message>
    <message>
        <source>Not liked on {channel}</source>
        <translation>J’aime non envoyé sur {channel}</translation>
    </message>
    <message>
        <source>Not reported to {channel}</source>
        <translation>Non signalé à {channel}</translation>
    </message>
    <message>
        <source>Not sent: something new came in while you wrote.</source>
        <translation>Pas envoyé&#x202f;: du nouveau est arrivé pendant que vous écriviez.</translation>
    </message>
    <message>
        <source>Not shown again on {channel}</source>
        <translation>Non réaffiché sur {channel}</translation>
    </message>
    <message>
        <source>Nothing older is here: {channel} was read back to {day}.</source>
        <translation>Rien de plus ancien ici&#x202f;: {channel} a été lu jusqu’au {day}.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>On {detail}, as a comment</source>
        <translation>Sur {detail}, en commentaire</translation>
    </message>
    <message>
        <source>On {detail}, as a mention</source>
        <translation>Sur {detail}, en mention</translation>
    </message>
    <message>
        <source>On {detail}, as a message</source>
        <translation>Sur {detail}, en message</translation>
    </message>
    <message>
        <source>On {detail}, as a review</source>
        <translation>Sur {detail}, en avis</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Open post</source>
        <translation>Ouvrir la publication</translation>
    </message>
    <message>
        <source>Open the messages</source>
        <translation>Ouvrir les messages</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>Ouvrir cette adresse&#x202f;?</translation>
    </message>
    <message>
        <source>Open {address}</source>
        <translation>Ouvrir {address}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Picture: {alt}</source>
        <translation>Image&#x202f;: {alt}</translation>
    </message>
    <message>
        <source>Post: {title}</source>
        <translation>Publication&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Read and send</source>
        <translation>Lire et envoyer</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Enregistrement audio</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Reported to {channel}</source>
        <translation>Signalé à {channel}</translation>
    </message>
    <message>
        <source>Reported to {channel} in {seconds} s</source>
        <translation>Signalé à {channel} dans {seconds} s</translation>
    </message>
    <message>
        <source>Reporting to {channel}</source>
        <translation>Signalement à {channel}</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Seen {moment}</source>
        <translation>Vue {moment}</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer maintenant</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Sending the private answer</source>
        <translation>Envoi de la réponse privée</translation>
    </message>
    <message>
        <source>Sends in {seconds} s</source>
        <translation>Part dans {seconds} s</translation>
    </message>
    <message>
        <source>Sent {time}</source>
        <translation>Envoyé à {time}</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show earlier versions</source>
        <translation>Afficher les versions antérieures</translation>
    </message>
    <message>
        <source>Show it to me</source>
        <translation>Me le montrer</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Afficher plus</translation>
    </message>
    <message>
        <source>Show the picture</source>
        <translation>Afficher l’image</translation>
    </message>
    <message>
        <source>Show what this rule did</source>
        <translation>Montrer ce que cette règle a fait</translation>
    </message>
    <message>
        <source>Showing it again on {channel}</source>
        <translation>Réaffichage sur {channel}</translation>
    </message>
    <message>
        <source>Shown to the public in {seconds} s</source>
        <translation>Montré au public dans {seconds} s</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>SocialDesk</source>
        <translation>SocialDesk</translation>
    </message>
    <message>
        <source>Somebody asked to be forgotten; what they wrote here is gone</source>
        <translation>Une personne a demandé à être oubliée&#x202f;; ce qu’elle a écrit ici n’existe plus</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>Couper…</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take the like back</source>
        <translation>Retirer le j’aime</translation>
    </message>
    <message>
        <source>Taken back in {seconds} s</source>
        <translation>Annulé dans {seconds} s</translation>
    </message>
    <message>
        <source>Taking the like back on {channel}</source>
        <translation>Retrait du J’aime sur {channel}</translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>Le début</translation>
    </message>
    <message>
        <source>The full address</source>
        <translation>L’adresse complète</translation>
    </message>
    <message>
        <source>The like was not taken back on {channel}</source>
        <translation>Le J’aime n’a pas été retiré sur {channel}</translation>
    </message>
    <message>
        <source>The private answer was not sent</source>
        <translation>La réponse privée n’est pas partie</translation>
    </message>
    <message>
        <source>The way there is not encrypted.</source>
        <translation>Le trajet n’est pas chiffré.</translation>
    </message>
    <message>
        <source>The words of older messages were removed: they are past the time you keep them</source>
        <translation>Le texte des anciens messages a été supprimé&#x202f;: leur durée de conservation est passée</translation>
    </message>
    <message>
        <source>This is where the conversation begins.</source>
        <translation>La conversation commence ici.</translation>
    </message>
    <message>
        <source>This network does not pass on what was sent here.</source>
        <translation>Ce réseau ne transmet pas ce qui a été envoyé ici.</translation>
    </message>
    <message>
        <source>This picture is not here any more. Close it and press Show again.</source>
        <translation>Cette image n’est plus ici. Fermez-la et appuyez de nouveau sur Afficher.</translation>
    </message>
    <message>
        <source>This was deleted on the network. Nothing of it is kept here.</source>
        <translation>Supprimé sur le réseau. Rien n’en est gardé ici.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Unread</source>
        <comment>the line above the first unread message</comment>
        <translation>Non lus</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <source>View on the platform</source>
        <translation>Voir sur la plateforme</translation>
    </message>
    <message>
        <source>Waits for network</source>
        <translation>Attend le réseau</translation>
    </message>
    <message>
        <source>Waits for network, first in line</source>
        <translation>Attend le réseau, en tête de file</translation>
    </message>
    <message>
        <source>Waits for network, number {place} in line</source>
        <translation>Attend le réseau, numéro {place} de la file</translation>
    </message>
    <message>
        <source>Waits for network, second in line</source>
        <translation>Attend le réseau, deuxième de la file</translation>
    </message>
    <message>
        <source>Waits for network, third in line</source>
        <translation>Attend le réseau, troisième de la file</translation>
    </message>
    <message>
        <source>Waits for your approval; on {channel} nobody else sees it yet</source>
        <translation>Attend votre approbation&#x202f;; sur {channel} personne d’autre ne la voit encore</translation>
    </message>
    <message>
        <source>Waits: {channel} is paused.</source>
        <translation>Attend&#x202f;: {channel} est en pause.</translation>
    </message>
    <message>
        <source>What stands before the @ is not where it leads.</source>
        <translation>Ce qui précède le @ n’est pas l’endroit où mène le lien.</translation>
    </message>
    <message>
        <source>Without a description</source>
        <translation>Sans description</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>You assigned this to {whom}</source>
        <translation>Vous avez confié ce fil à {whom}</translation>
    </message>
    <message>
        <source>You took this</source>
        <translation>Vous avez pris ce fil</translation>
    </message>
    <message>
        <source>Your answer is kept.</source>
        <translation>Votre réponse est conservée.</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <comment>done by a rule</comment>
        <translation>accusé de réception envoyé</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>une autre personne</translation>
    </message>
    <message>
        <source>could not be loaded</source>
        <translation>n’a pas pu être chargée</translation>
    </message>
    <message>
        <source>deleted on the network, {time}</source>
        <translation>supprimé sur le réseau, {time}</translation>
    </message>
    <message>
        <source>deleted {time}</source>
        <translation>supprimé à {time}</translation>
    </message>
    <message>
        <source>edited {time}</source>
        <translation>modifié à {time}</translation>
    </message>
    <message>
        <source>given back</source>
        <comment>done by a rule</comment>
        <translation>fil rendu</translation>
    </message>
    <message>
        <source>given out</source>
        <comment>done by a rule</comment>
        <translation>fil distribué</translation>
    </message>
    <message>
        <source>given to somebody</source>
        <comment>done by a rule</comment>
        <translation>fil confié</translation>
    </message>
    <message>
        <source>hidden from the public in a minute</source>
        <comment>done by a rule</comment>
        <translation>masqué au public dans une minute</translation>
    </message>
    <message>
        <source>kept out of sight</source>
        <comment>done by a rule</comment>
        <translation>mis sous protection</translation>
    </message>
    <message>
        <source>liked</source>
        <translation>aimé</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>chargement</translation>
    </message>
    <message>
        <source>marked done</source>
        <comment>done by a rule</comment>
        <translation>marqué terminé</translation>
    </message>
    <message>
        <source>no longer on the network</source>
        <translation>n’est plus sur le réseau</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>non chargée</translation>
    </message>
    <message>
        <source>not loaded: it is no picture</source>
        <translation>non chargée&#x202f;: ce n’est pas une image</translation>
    </message>
    <message>
        <source>not loaded: its address leads into a private network</source>
        <translation>non chargée&#x202f;: son adresse mène à un réseau privé</translation>
    </message>
    <message>
        <source>not loaded: the file is damaged</source>
        <translation>non chargée&#x202f;: le fichier est endommagé</translation>
    </message>
    <message>
        <source>not loaded: too large to be shown safely</source>
        <translation>non chargée&#x202f;: trop grande pour être affichée sans risque</translation>
    </message>
    <message>
        <source>priority set</source>
        <comment>done by a rule</comment>
        <translation>priorité fixée</translation>
    </message>
    <message>
        <source>saved reply laid ready</source>
        <comment>done by a rule</comment>
        <translation>réponse type préparée</translation>
    </message>
    <message>
        <source>snoozed</source>
        <comment>done by a rule</comment>
        <translation>remis à plus tard</translation>
    </message>
    <message>
        <source>tag {value} added</source>
        <comment>done by a rule</comment>
        <translation>étiquette {value} ajoutée</translation>
    </message>
    <message>
        <source>tag {value} removed</source>
        <comment>done by a rule</comment>
        <translation>étiquette {value} retirée</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>{channel} allows more at {time}. It goes out by itself.</source>
        <translation>{channel} en acceptera d’autres à {time}. Le message partira tout seul.</translation>
    </message>
    <message>
        <source>{channel} comment</source>
        <translation>Commentaire {channel}</translation>
    </message>
    <message>
        <source>{channel} could not be read {from} to {to}; something may be missing</source>
        <translation>{channel} n’a pas pu être lu de {from} à {to}&#x202f;; il manque peut-être des messages</translation>
    </message>
    <message>
        <source>{channel} mention</source>
        <translation>Mention {channel}</translation>
    </message>
    <message>
        <source>{channel} message</source>
        <translation>Message {channel}</translation>
    </message>
    <message>
        <source>{channel} refused it. Nothing was sent.</source>
        <translation>{channel} l’a refusé. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>{channel} review</source>
        <translation>Avis {channel}</translation>
    </message>
    <message>
        <source>{channel} takes answers for {hours} h only. Nothing was sent.</source>
        <translation>{channel} ne prend de réponses que pendant {hours} h. Rien n’est parti.</translation>
    </message>
    <message>
        <source>{channel} wants a new sign-in.</source>
        <translation>{channel} demande une nouvelle connexion.</translation>
    </message>
    <message>
        <source>{kind}, no name</source>
        <translation>{kind}, sans nom</translation>
    </message>
    <message>
        <source>{number} of {all} · {alt}</source>
        <translation>{number} sur {all} · {alt}</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <comment>finds in a thread, counted from the oldest</comment>
        <translation>{place} sur {all}</translation>
    </message>
    <message>
        <source>{stars} of 5 stars.</source>
        <translation>{stars} étoiles sur 5.</translation>
    </message>
    <message>
        <source>{what}, by {who}, {time}</source>
        <translation>{what}, par {who}, {time}</translation>
    </message>
    <message>
        <source>{what}. {why}</source>
        <comment>two sentences, the second of a network</comment>
        <translation>{what}. {why}</translation>
    </message>
    <message>
        <source>{who} added the tag {detail}</source>
        <translation>{who}&#x202f;: étiquette {detail} ajoutée</translation>
    </message>
    <message>
        <source>{who} answered privately</source>
        <translation>{who} a répondu en privé</translation>
    </message>
    <message>
        <source>{who} assigned this to you</source>
        <translation>{who}&#x202f;: fil confié à vous</translation>
    </message>
    <message>
        <source>{who} assigned this to {whom}</source>
        <translation>{who}&#x202f;: fil confié à {whom}</translation>
    </message>
    <message>
        <source>{who} blocked this person</source>
        <translation>{who} a bloqué cette personne</translation>
    </message>
    <message>
        <source>{who} corrected an answer</source>
        <translation>{who} a corrigé une réponse</translation>
    </message>
    <message>
        <source>{who} deleted a message</source>
        <translation>{who}&#x202f;: message supprimé</translation>
    </message>
    <message>
        <source>{who} deleted somebody’s message</source>
        <translation>{who} a supprimé le message de quelqu’un</translation>
    </message>
    <message>
        <source>{who} gave this back</source>
        <translation>{who}&#x202f;: fil rendu à l’équipe</translation>
    </message>
    <message>
        <source>{who} hid a message from the public</source>
        <translation>{who} a masqué un message au public</translation>
    </message>
    <message>
        <source>{who} kept this out of sight</source>
        <translation>{who} a mis ce fil à l’écart</translation>
    </message>
    <message>
        <source>{who} let an answer go</source>
        <translation>{who}&#x202f;: réponse libérée</translation>
    </message>
    <message>
        <source>{who} let this person in again</source>
        <translation>{who} a débloqué cette personne</translation>
    </message>
    <message>
        <source>{who} let this through</source>
        <translation>{who} a laissé passer ce fil</translation>
    </message>
    <message>
        <source>{who} let this wait on the contact</source>
        <translation>{who} a mis ce fil en attente du contact</translation>
    </message>
    <message>
        <source>{who} liked a message</source>
        <translation>{who}&#x202f;: message aimé</translation>
    </message>
    <message>
        <source>{who} marked this done</source>
        <translation>{who}&#x202f;: fil terminé</translation>
    </message>
    <message>
        <source>{who} muted this</source>
        <translation>{who} a mis ce fil en sourdine</translation>
    </message>
    <message>
        <source>{who} muted this on the platform</source>
        <translation>{who} a mis ce fil en sourdine sur la plateforme</translation>
    </message>
    <message>
        <source>{who} put another thread of this person with this one</source>
        <translation>{who} a fusionné un autre fil de cette personne avec celui-ci</translation>
    </message>
    <message>
        <source>{who} removed the tag {detail}</source>
        <translation>{who}&#x202f;: étiquette {detail} retirée</translation>
    </message>
    <message>
        <source>{who} reopened this</source>
        <translation>{who}&#x202f;: fil rouvert</translation>
    </message>
    <message>
        <source>{who} reported a message</source>
        <translation>{who} a signalé un message</translation>
    </message>
    <message>
        <source>{who} set the priority to {detail}</source>
        <translation>{who}&#x202f;: priorité {detail}</translation>
    </message>
    <message>
        <source>{who} showed a hidden message again</source>
        <translation>{who} a réaffiché un message masqué</translation>
    </message>
    <message>
        <source>{who} snoozed this</source>
        <translation>{who}&#x202f;: fil remis à plus tard</translation>
    </message>
    <message>
        <source>{who} took a thread apart from this one</source>
        <translation>{who} a séparé un fil de celui-ci</translation>
    </message>
    <message>
        <source>{who} took this</source>
        <translation>{who}&#x202f;: fil pris</translation>
    </message>
    <message>
        <source>{who} unmuted this</source>
        <translation>{who} a remis ce fil en service</translation>
    </message>
    <message>
        <source>{who} unmuted this on the platform</source>
        <translation>{who} a réactivé ce fil sur la plateforme</translation>
    </message>
</context>
<context>
    <name>drag</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n fil</numerusform>
            <numerusform>%n fils</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are done.</source>
        <translation>
            <numerusform>%n fil est terminé.</numerusform>
            <numerusform>%n fils sont terminés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are nobody’s now.</source>
        <translation>
            <numerusform>%n fil n’est plus à personne.</numerusform>
            <numerusform>%n fils ne sont plus à personne.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are yours.</source>
        <translation>
            <numerusform>%n fil est à vous.</numerusform>
            <numerusform>%n fils sont à vous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n thread(s) to nobody</source>
        <translation>
            <numerusform>Ne confier %n fil à personne</numerusform>
            <numerusform>Ne confier %n fils à personne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n thread(s) to you</source>
        <translation>
            <numerusform>Vous confier %n fil</numerusform>
            <numerusform>Vous confier %n fils</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mark %n thread(s) done</source>
        <translation>
            <numerusform>Marquer %n fil comme terminé</numerusform>
            <numerusform>Marquer %n fils comme terminés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Snooze %n thread(s) …</source>
        <translation>
            <numerusform>%n fil plus tard …</numerusform>
            <numerusform>%n fils plus tard …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>Impossible de lire {file}&#x202f;: {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}. Choose another place.</source>
        <translation>Impossible d’écrire {file}&#x202f;: {why}. Choisissez un autre emplacement.</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <source> and </source>
        <comment>between two conditions that must both hold</comment>
        <translation> et </translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two conditions of which one must hold</comment>
        <translation> ou </translation>
    </message>
    <message numerus="yes">
        <source>%n more: type to find them</source>
        <comment>values of a field</comment>
        <translation>
            <numerusform>%n de plus&#x202f;: tapez pour le trouver</numerusform>
            <numerusform>%n de plus&#x202f;: tapez pour les trouver</numerusform>
        </translation>
    </message>
    <message>
        <source>A channel that is gone</source>
        <translation>Un canal disparu</translation>
    </message>
    <message>
        <source>A language nobody here speaks</source>
        <translation>Une langue que personne ici ne parle</translation>
    </message>
    <message>
        <source>A link</source>
        <translation>Un lien</translation>
    </message>
    <message>
        <source>A phone number</source>
        <translation>Un numéro de téléphone</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>Une question</translation>
    </message>
    <message>
        <source>All of these</source>
        <translation>Tout cela</translation>
    </message>
    <message>
        <source>An e-mail address</source>
        <translation>Une adresse e-mail</translation>
    </message>
    <message>
        <source>An order number</source>
        <translation>Un numéro de commande</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation>L’un d’eux</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Complaint words</source>
        <translation>Mots de réclamation</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Décompte…</translation>
    </message>
    <message>
        <source>Does not mention me</source>
        <translation>Ne me mentionne pas</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Find among all</source>
        <translation>Chercher parmi tous</translation>
    </message>
    <message>
        <source>High</source>
        <comment>a priority</comment>
        <translation>Haute</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>a priority</comment>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Many followers</source>
        <translation>Beaucoup d’abonnés</translation>
    </message>
    <message>
        <source>Many people like it</source>
        <translation>Beaucoup l’aiment</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Mentions me</source>
        <translation>Me mentionne</translation>
    </message>
    <message>
        <source>Messages</source>
        <comment>direct messages, as a filter</comment>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>threads that are assigned to me</comment>
        <translation>Les miens</translation>
    </message>
    <message>
        <source>No language known</source>
        <translation>Langue inconnue</translation>
    </message>
    <message>
        <source>Nobody’s</source>
        <comment>threads that are assigned to nobody</comment>
        <translation>À personne</translation>
    </message>
    <message>
        <source>None of them is called so.</source>
        <translation>Aucun ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>a priority</comment>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Not VIP</source>
        <translation>Pas VIP</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Not shielded</source>
        <translation>Non protégé</translation>
    </message>
    <message>
        <source>Others join in</source>
        <translation>D’autres s’en mêlent</translation>
    </message>
    <message>
        <source>Over {span}</source>
        <comment>waiting for longer than a span of time</comment>
        <translation>Plus de {span}</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lu</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Enregistrer comme vue…</translation>
    </message>
    <message>
        <source>Save to this view</source>
        <translation>Enregistrer dans cette vue</translation>
    </message>
    <message>
        <source>Shielded</source>
        <translation>Protégé</translation>
    </message>
    <message>
        <source>Somebody who is gone</source>
        <translation>Quelqu’un qui est parti</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>Urgent</source>
        <comment>a priority</comment>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>Ce qui est dit</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>À qui</translation>
    </message>
    <message>
        <source>Wrote again</source>
        <translation>A réécrit</translation>
    </message>
    <message>
        <source>Wrote elsewhere, too</source>
        <translation>A aussi écrit ailleurs</translation>
    </message>
    <message>
        <source>is</source>
        <translation>est</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>n’est pas</translation>
    </message>
    <message>
        <source>not ({part})</source>
        <comment>the contrary of a condition</comment>
        <translation>pas ({part})</translation>
    </message>
    <message>
        <source>set by you, the team and rules</source>
        <translation>mises par vous, l’équipe et les règles</translation>
    </message>
    <message>
        <source>told from the words they write</source>
        <translation>lus dans les mots des messages</translation>
    </message>
    <message>
        <source>{field}: not {values}</source>
        <comment>what a filter leaves out</comment>
        <translation>{field}&#x202f;: pas {values}</translation>
    </message>
    <message>
        <source>{field}: {values}</source>
        <translation>{field}&#x202f;: {values}</translation>
    </message>
</context>
<context>
    <name>hours</name>
    <message numerus="yes">
        <source>%n field(s) cannot be read yet. What counts stays as it was.</source>
        <translation>
            <numerusform>%n champ n’est pas encore lisible. Ce qui compte reste comme avant.</numerusform>
            <numerusform>%n champs ne sont pas encore lisibles. Ce qui compte reste comme avant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) are no longer late.</source>
        <translation>
            <numerusform>%n fil n’est plus en retard.</numerusform>
            <numerusform>%n fils ne sont plus en retard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) become late when you save.</source>
        <translation>
            <numerusform>%n fil passe en retard à l’enregistrement.</numerusform>
            <numerusform>%n fils passent en retard à l’enregistrement.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) under it</source>
        <translation>
            <numerusform>%n attend</numerusform>
            <numerusform>%n attendent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n jour ouvré</numerusform>
            <numerusform>%n jours ouvrés</numerusform>
        </translation>
    </message>
    <message>
        <source>A first answer is never due.</source>
        <translation>Une première réponse n’est jamais attendue à une heure précise.</translation>
    </message>
    <message>
        <source>A name has {most} characters at most.</source>
        <translation>Un nom a {most} caractères au plus.</translation>
    </message>
    <message>
        <source>Add a day</source>
        <translation>Ajouter un jour</translation>
    </message>
    <message>
        <source>Add a promise</source>
        <translation>Ajouter un engagement</translation>
    </message>
    <message>
        <source>Also before the first answer</source>
        <translation>Aussi avant la première réponse</translation>
    </message>
    <message>
        <source>Alt with Up or Down moves one, Delete takes it out.</source>
        <translation>Alt avec Haut ou Bas en déplace un, Suppr le retire.</translation>
    </message>
    <message>
        <source>Another one has this name already.</source>
        <translation>Un autre porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Around the clock</source>
        <translation>Jour et nuit</translation>
    </message>
    <message>
        <source>Asked now: due {moment}.</source>
        <translation>Demandé maintenant&#x202f;: échéance {moment}.</translation>
    </message>
    <message>
        <source>Asked now: it is not for that hour.</source>
        <translation>Demandé maintenant&#x202f;: il ne vaut pas pour cette heure.</translation>
    </message>
    <message>
        <source>Asked on Friday at 16:55: due {moment}.</source>
        <translation>Demandé vendredi à 16&#x202f;h&#x202f;55&#x202f;: échéance {moment}.</translation>
    </message>
    <message>
        <source>Asked on Friday at 16:55: it is not for that hour.</source>
        <translation>Demandé vendredi à 16&#x202f;h&#x202f;55&#x202f;: il ne vaut pas pour cette heure.</translation>
    </message>
    <message>
        <source>Asked on Sunday at 3:00: due {moment}.</source>
        <translation>Demandé dimanche à 3&#x202f;h&#x202f;: échéance {moment}.</translation>
    </message>
    <message>
        <source>Asked on Sunday at 3:00: it is not for that hour.</source>
        <translation>Demandé dimanche à 3&#x202f;h&#x202f;: il ne vaut pas pour cette heure.</translation>
    </message>
    <message>
        <source>At {span}. Left and Right move, Space begins, Delete closes.</source>
        <translation>À {span}. Gauche et Droite déplacent, Espace commence, Suppr ferme.</translation>
    </message>
    <message>
        <source>By “{name}”:</source>
        <translation>Selon «&#x202f;{name}&#x202f;»&#x202f;:</translation>
    </message>
    <message>
        <source>Choose for whom…</source>
        <translation>Choisir pour qui…</translation>
    </message>
    <message>
        <source>Choose whom this is for. What is for everybody stands last.</source>
        <translation>Choisissez pour qui il vaut. Ce qui vaut pour tout le monde vient en dernier.</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Count after the one below (Alt+Down)</source>
        <translation>Passer après celui du dessous (Alt+Bas)</translation>
    </message>
    <message>
        <source>Count before the one above (Alt+Up)</source>
        <translation>Passer avant celui du dessus (Alt+Haut)</translation>
    </message>
    <message>
        <source>Day that differs</source>
        <translation>Jour différent</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>Jours sans service</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Tout reprendre comme avant</translation>
    </message>
    <message>
        <source>Draw on a bar, or write beside it. A night shift is written like 22:00–6:00.</source>
        <translation>Dessinez sur une barre, ou écrivez à côté. Une nuit s’écrit comme 22:00–6:00.</translation>
    </message>
    <message>
        <source>Draw the hours on {day}</source>
        <translation>Dessiner les heures du {day}</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Empty is the last quarter, and never more than half an hour.</source>
        <translation>Vide&#x202f;: le dernier quart, et jamais plus d’une demi-heure.</translation>
    </message>
    <message>
        <source>Every answer after that</source>
        <translation>Chaque réponse suivante</translation>
    </message>
    <message>
        <source>Every working day like Monday</source>
        <translation>Chaque jour ouvré comme le lundi</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Tout le reste</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>Première réponse</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>From the oldest message that nobody answered.</source>
        <translation>À partir du plus ancien message resté sans réponse.</translation>
    </message>
    <message>
        <source>From when they first asked until somebody marks it done. Shown beside the conversation.</source>
        <translation>De la première question jusqu’à ce que quelqu’un marque le fil terminé. Affiché à côté de la conversation.</translation>
    </message>
    <message>
        <source>Give it a name: it is shown at every clock that it counts for.</source>
        <translation>Donnez-lui un nom&#x202f;: il est affiché à chaque délai qu’il fixe.</translation>
    </message>
    <message>
        <source>Hours and targets saved.</source>
        <translation>Heures et délais enregistrés.</translation>
    </message>
    <message>
        <source>Hours on that day</source>
        <translation>Heures de ce jour</translation>
    </message>
    <message>
        <source>Hours on {day}</source>
        <translation>Heures du {day}</translation>
    </message>
    <message>
        <source>How long an answer may take</source>
        <translation>Combien de temps une réponse peut prendre</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Like 9:00–12:00, 14:00–18:00. Empty is closed.</source>
        <translation>Par exemple 9:00–12:00, 14:00–18:00. Vide&#x202f;: fermé.</translation>
    </message>
    <message>
        <source>Monday to Friday, 9 to 17</source>
        <translation>Du lundi au vendredi, de 9 h à 17 h</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the promise</source>
        <translation>Nom de l’engagement</translation>
    </message>
    <message>
        <source>Next: {days}.</source>
        <translation>Prochains&#x202f;: {days}.</translation>
    </message>
    <message>
        <source>No thread becomes late when you save.</source>
        <translation>Aucun fil ne passe en retard à l’enregistrement.</translation>
    </message>
    <message>
        <source>No time zone has this name. Choose one from the list, such as Europe/Paris.</source>
        <translation>Aucun fuseau horaire ne porte ce nom. Choisissez-en un dans la liste, par exemple Europe/Paris.</translation>
    </message>
    <message>
        <source>Nobody is ever there. Give at least one day its hours.</source>
        <translation>Personne n’est jamais là. Donnez des heures à un jour au moins.</translation>
    </message>
    <message>
        <source>Nobody was chosen yet.</source>
        <translation>Personne n’est encore choisi.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun pays</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Heures d’ouverture</translation>
    </message>
    <message>
        <source>Opening hours that count</source>
        <translation>Horaires pris en compte</translation>
    </message>
    <message>
        <source>Opens {span}. Space ends it, Escape leaves it.</source>
        <translation>Ouvre {span}. Espace termine, Échap abandonne.</translation>
    </message>
    <message>
        <source>Other days that differ</source>
        <translation>Autres jours différents</translation>
    </message>
    <message>
        <source>Outside hours, due {moment}</source>
        <translation>Hors horaires, échéance {moment}</translation>
    </message>
    <message>
        <source>Promise {number}</source>
        <translation>Engagement {number}</translation>
    </message>
    <message>
        <source>Promised until {promised}; the network takes answers until {window}.</source>
        <translation>Promis pour {promised}&#x202f;; le réseau accepte les réponses jusqu’à {window}.</translation>
    </message>
    <message>
        <source>Promises, in the order in which they count</source>
        <translation>Engagements, dans l’ordre où ils s’appliquent</translation>
    </message>
    <message>
        <source>Public holidays of</source>
        <translation>Jours fériés de</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Remettre</translation>
    </message>
    <message>
        <source>Put “{name}” back</source>
        <translation>Remettre «&#x202f;{name}&#x202f;»</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Something in it is to be put right first.</source>
        <translation>Quelque chose est d’abord à corriger.</translation>
    </message>
    <message>
        <source>Soon from this share of the time on, in %</source>
        <translation>Bientôt à partir de cette part du délai, en&#x202f;%</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take this day away</source>
        <translation>Retirer ce jour</translation>
    </message>
    <message>
        <source>Target of a first answer: {target}.</source>
        <translation>Délai d’une première réponse&#x202f;: {target}.</translation>
    </message>
    <message>
        <source>The clock rests while a thread waits on the contact</source>
        <translation>Le délai est suspendu pendant qu’un fil attend le contact</translation>
    </message>
    <message>
        <source>The first promise that fits a thread counts for it. The last is for everything else.</source>
        <translation>Le premier engagement qui correspond à un fil s’applique. Le dernier vaut pour tout le reste.</translation>
    </message>
    <message>
        <source>The network takes answers until {window}.</source>
        <translation>Le réseau accepte les réponses jusqu’à {window}.</translation>
    </message>
    <message>
        <source>The network takes answers until {window}; promised until {promised}.</source>
        <translation>Le réseau accepte les réponses jusqu’à {window}&#x202f;; promis pour {promised}.</translation>
    </message>
    <message>
        <source>The network takes answers until {window}; the promise waits on the contact.</source>
        <translation>Le réseau accepte les réponses jusqu’à {window}&#x202f;; l’engagement attend le contact.</translation>
    </message>
    <message>
        <source>The night reaches into the hours of the next day. Let one of them begin later.</source>
        <translation>La nuit empiète sur les heures du lendemain. Faites commencer l’une des deux plus tard.</translation>
    </message>
    <message>
        <source>The whole country</source>
        <translation>Tout le pays</translation>
    </message>
    <message>
        <source>There may be {most} such days at most. Take those away that are over.</source>
        <translation>Il peut y avoir {most} jours de ce genre au plus. Enlevez ceux qui sont passés.</translation>
    </message>
    <message>
        <source>This computer does not know the time zone {zone} any more. Until you choose another, these hours are counted in UTC.</source>
        <translation>Cet ordinateur ne connaît plus le fuseau horaire {zone}. Jusqu’à ce que vous en choisissiez un autre, ces heures sont comptées en UTC.</translation>
    </message>
    <message>
        <source>This contradicts itself, so it is for nobody. Take one of the conditions away.</source>
        <translation>Ceci se contredit et ne vaut donc pour personne. Retirez une des conditions.</translation>
    </message>
    <message>
        <source>This day is there already. Change its hours there, or take one away.</source>
        <translation>Ce jour est déjà là. Changez ses heures à cet endroit, ou retirez l’un des deux.</translation>
    </message>
    <message>
        <source>This never counts: “{name}” stands before it and takes all of it. Move it up, or change one.</source>
        <translation>Ceci ne s’applique jamais&#x202f;: «&#x202f;{name}&#x202f;» est placé avant et prend tout. Montez-le, ou modifiez l’un des deux.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>To somebody new, or who writes again after all was done.</source>
        <translation>À une personne nouvelle, ou qui réécrit une fois tout terminé.</translation>
    </message>
    <message>
        <source>Two of these are at the same time. Let one end before the other begins.</source>
        <translation>Deux de ces plages ont lieu en même temps. Faites finir l’une avant que l’autre ne commence.</translation>
    </message>
    <message>
        <source>Until all is done</source>
        <translation>Jusqu’à ce que tout soit terminé</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>Ce que cela donne</translation>
    </message>
    <message>
        <source>Who is promised this</source>
        <translation>À qui cela est promis</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>Write a share from 1 to 99, or nothing for the last quarter.</source>
        <translation>Écrivez une part de 1 à 99, ou rien pour le dernier quart.</translation>
    </message>
    <message>
        <source>Write a whole number of days, from 1 to {most}.</source>
        <translation>Écrivez un nombre entier de jours, de 1 à {most}.</translation>
    </message>
    <message>
        <source>Write how many hours, such as 4, 1:30 or 45 min, and at most {most} hours.</source>
        <translation>Écrivez un nombre d’heures, par exemple 4, 1:30 ou 45 min, et {most} heures au plus.</translation>
    </message>
    <message>
        <source>Written at which hour</source>
        <translation>Écrit à quelle heure</translation>
    </message>
    <message>
        <source>at any hour</source>
        <translation>à toute heure</translation>
    </message>
    <message>
        <source>done {target}</source>
        <translation>terminé {target}</translation>
    </message>
    <message>
        <source>first answer {target}</source>
        <translation>première réponse {target}</translation>
    </message>
    <message>
        <source>hours of its own</source>
        <translation>ses propres horaires</translation>
    </message>
    <message>
        <source>hours of opening time</source>
        <translation>heures d’ouverture</translation>
    </message>
    <message>
        <source>hours, day and night</source>
        <translation>heures, jour et nuit</translation>
    </message>
    <message>
        <source>it is never due</source>
        <translation>sans délai</translation>
    </message>
    <message>
        <source>later {target}</source>
        <translation>ensuite {target}</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>the promise</source>
        <translation>l’engagement</translation>
    </message>
    <message>
        <source>those of the workspace</source>
        <translation>ceux de l’espace de travail</translation>
    </message>
    <message>
        <source>while it is closed</source>
        <translation>pendant la fermeture</translation>
    </message>
    <message>
        <source>while it is open</source>
        <translation>pendant l’ouverture</translation>
    </message>
    <message>
        <source>working days, same time</source>
        <translation>jours ouvrés, même heure</translation>
    </message>
    <message>
        <source>written while it is closed</source>
        <translation>écrit pendant la fermeture</translation>
    </message>
    <message>
        <source>written while it is open</source>
        <translation>écrit pendant l’ouverture</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{span} of opening hours</source>
        <translation>{span} d’ouverture</translation>
    </message>
    <message>
        <source>{title}: how many</source>
        <translation>{title}&#x202f;: combien</translation>
    </message>
    <message>
        <source>{title}: of what</source>
        <translation>{title}&#x202f;: de quoi</translation>
    </message>
    <message>
        <source>“{typed}” is no date. Write it like {example}.</source>
        <translation>«&#x202f;{typed}&#x202f;» n’est pas une date. Écrivez par exemple {example}.</translation>
    </message>
    <message>
        <source>“{typed}” is no span of hours. Write it like 9:00–12:00, 14:00–18:00.</source>
        <translation>«&#x202f;{typed}&#x202f;» n’est pas une plage horaire. Écrivez par exemple 9:00–12:00, 14:00–18:00.</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Acts and their keys</source>
        <translation>Actions et leurs touches</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Ajouter une touche</translation>
    </message>
    <message>
        <source>All keys as they were</source>
        <translation>Toutes les touches comme au départ</translation>
    </message>
    <message>
        <source>Alt</source>
        <comment>the name on the key</comment>
        <translation>Alt</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Comme au départ</translation>
    </message>
    <message>
        <source>Backspace</source>
        <comment>the name on the key</comment>
        <translation>Retour arrière</translation>
    </message>
    <message>
        <source>Choose an act and press Enter to give it another key; Delete takes its last one away.</source>
        <translation>Choisissez une action et pressez Entrée pour lui donner une autre touche&#x202f;; Suppr retire la dernière.</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <comment>the name on the key</comment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Ctrl and Alt together are AltGr on many keyboards, which writes signs. Take other keys.</source>
        <translation>Ctrl et Alt ensemble font AltGr sur bien des claviers, qui écrit des signes. Prenez d’autres touches.</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>the name on the key</comment>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Down</source>
        <comment>the name on the key</comment>
        <translation>Bas</translation>
    </message>
    <message>
        <source>End</source>
        <comment>the name on the key</comment>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>the name on the key</comment>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>the name on the key</comment>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Esc closes. Every key can be changed in the settings.</source>
        <translation>Échap ferme. Chaque touche se change dans les paramètres.</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>G begins the ways to go. Press a letter after it, or take other keys.</source>
        <translation>G commence les touches «&#x202f;Aller&#x202f;». Pressez une lettre ensuite, ou prenez d’autres touches.</translation>
    </message>
    <message>
        <source>G, then…</source>
        <translation>G, puis…</translation>
    </message>
    <message>
        <source>Give me my keys back</source>
        <translation>Rendez-moi mes touches</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Aller</translation>
    </message>
    <message>
        <source>Home</source>
        <comment>the name on the key</comment>
        <translation>Début</translation>
    </message>
    <message>
        <source>It has no key.</source>
        <translation>Elle n’a pas de touche.</translation>
    </message>
    <message>
        <source>It has the keys it began with.</source>
        <translation>Elle a ses touches de départ.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys of each act</source>
        <translation>Touches de chaque action</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>the name on the key</comment>
        <translation>Gauche</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Autres</translation>
    </message>
    <message>
        <source>No key fits “{typed}”. The palette has every act, with or without a key.</source>
        <translation>Aucune touche ne correspond à «&#x202f;{typed}&#x202f;». La palette a toutes les actions, avec ou sans touche.</translation>
    </message>
    <message>
        <source>Page down</source>
        <comment>the name on the key</comment>
        <translation>Page suiv.</translation>
    </message>
    <message>
        <source>Page up</source>
        <comment>the name on the key</comment>
        <translation>Page préc.</translation>
    </message>
    <message>
        <source>Press the keys for this act</source>
        <translation>Pressez les touches pour cette action</translation>
    </message>
    <message>
        <source>Press the keys. Esc leaves.</source>
        <translation>Pressez les touches. Échap abandonne.</translation>
    </message>
    <message>
        <source>Queue and thread</source>
        <translation>File et fil</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>the name on the key</comment>
        <translation>Droite</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Search keys</source>
        <translation>Rechercher une touche</translation>
    </message>
    <message>
        <source>Shift</source>
        <comment>the name on the key</comment>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Single letters are off. Turn them on above, or take keys with Ctrl.</source>
        <translation>Les lettres seules sont désactivées. Activez-les plus haut, ou prenez des touches avec Ctrl.</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>the name on the key</comment>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>the name on the key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Take the last key away</source>
        <translation>Retirer la dernière touche</translation>
    </message>
    <message>
        <source>This belongs to every field of text. Take other keys.</source>
        <translation>Ceci appartient à tous les champs de texte. Prenez d’autres touches.</translation>
    </message>
    <message>
        <source>This belongs to your system. Take other keys.</source>
        <translation>Ceci appartient à votre système. Prenez d’autres touches.</translation>
    </message>
    <message>
        <source>This moves or presses what has the focus. Take other keys.</source>
        <translation>Ceci déplace ou actionne ce qui a le focus. Prenez d’autres touches.</translation>
    </message>
    <message>
        <source>This only changes what other keys write. Take other keys.</source>
        <translation>Cette touche ne fait que changer ce que d’autres écrivent. Prenez d’autres touches.</translation>
    </message>
    <message>
        <source>Up</source>
        <comment>the name on the key</comment>
        <translation>Haut</translation>
    </message>
    <message>
        <source>While writing</source>
        <translation>En écrivant</translation>
    </message>
    <message>
        <source>You changed none.</source>
        <translation>Vous n’en avez changé aucune.</translation>
    </message>
    <message>
        <source>{act}, no key</source>
        <translation>{act}, aucune touche</translation>
    </message>
    <message>
        <source>{key} is “{act}” already. Press it again to take it from there.</source>
        <translation>{key} est déjà «&#x202f;{act}&#x202f;». Pressez à nouveau pour la lui prendre.</translation>
    </message>
</context>
<context>
    <name>library</name>
    <message numerus="yes">
        <source>%n changed</source>
        <comment>saved replies</comment>
        <translation>
            <numerusform>%n modifiée</numerusform>
            <numerusform>%n modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>saved replies</comment>
        <translation>
            <numerusform>%n nouvelle</numerusform>
            <numerusform>%n nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) have no place in CSV; JSON takes them along.</source>
        <translation>
            <numerusform>%n image n’a pas de place en CSV&#x202f;; JSON l’emporte.</numerusform>
            <numerusform>%n images n’ont pas de place en CSV&#x202f;; JSON les emporte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) refused</source>
        <translation>
            <numerusform>%n ligne refusée</numerusform>
            <numerusform>%n lignes refusées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved reply(s) imported.</source>
        <translation>
            <numerusform>%n réponse type importée.</numerusform>
            <numerusform>%n réponses types importées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved reply(s) written to {file}.</source>
        <translation>
            <numerusform>%n réponse type écrite dans {file}.</numerusform>
            <numerusform>%n réponses types écrites dans {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <comment>saved replies</comment>
        <translation>
            <numerusform>%n identique</numerusform>
            <numerusform>%n identiques</numerusform>
        </translation>
    </message>
    <message>
        <source>/{shortcut} deleted.</source>
        <translation>/{shortcut} supprimée.</translation>
    </message>
    <message>
        <source>/{shortcut} saved.</source>
        <translation>/{shortcut} enregistrée.</translation>
    </message>
    <message>
        <source>A brace stands alone or a blank cannot be read. Write it like one of these: {examples}</source>
        <translation>Une accolade est seule ou un champ ne se lit pas. Écrivez-le comme l’un de ceux-ci&#x202f;: {examples}</translation>
    </message>
    <message>
        <source>A channel that is gone</source>
        <translation>Un canal qui n’existe plus</translation>
    </message>
    <message>
        <source>A key is a digit from 1 to 9.</source>
        <translation>Une touche est un chiffre de 1 à 9.</translation>
    </message>
    <message>
        <source>A language has no text yet. Write it, or remove that language.</source>
        <translation>Une langue n’a pas encore de texte. Écrivez-le, ou retirez cette langue.</translation>
    </message>
    <message>
        <source>A language is a code such as en, fr or pt-BR.</source>
        <translation>Une langue est un code comme en, fr ou pt-BR.</translation>
    </message>
    <message>
        <source>A picture is no JPEG, PNG, GIF or WebP, or has more than 2 MB or 4,096 pixels. Make it smaller.</source>
        <translation>Une image n’est ni JPEG, ni PNG, ni GIF, ni WebP, ou dépasse 2 Mo ou 4 096 pixels. Réduisez-la.</translation>
    </message>
    <message>
        <source>A picture of it cannot be read. JPEG, PNG, GIF and WebP up to 2 MB can.</source>
        <translation>Une de ses images ne peut pas être lue. JPEG, PNG, GIF et WebP jusqu’à 2 Mo le peuvent.</translation>
    </message>
    <message>
        <source>A shortcut has at most {most} letters.</source>
        <translation>Un raccourci a au plus {most} lettres.</translation>
    </message>
    <message>
        <source>A shortcut is letters and digits without spaces, such as express-2.</source>
        <translation>Un raccourci se compose de lettres et de chiffres sans espace, comme express-2.</translation>
    </message>
    <message>
        <source>A text has at most {most} letters.</source>
        <translation>Un texte a au plus {most} lettres.</translation>
    </message>
    <message>
        <source>A title has at most {most} letters.</source>
        <translation>Un titre a au plus {most} lettres.</translation>
    </message>
    <message>
        <source>Add language</source>
        <translation>Ajouter une langue</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>All replies</source>
        <translation>Toutes les réponses</translation>
    </message>
    <message>
        <source>Another row of the same saved reply was refused.</source>
        <translation>Une autre ligne de la même réponse type a été refusée.</translation>
    </message>
    <message>
        <source>Another saved reply has this key. Choose another one.</source>
        <translation>Une autre réponse type a cette touche. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Another saved reply has this shortcut. Choose another one.</source>
        <translation>Une autre réponse type a ce raccourci. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Assign to</source>
        <translation>Confier à</translation>
    </message>
    <message numerus="yes">
        <source>At most %n picture(s) go with a saved reply. Remove the others.</source>
        <translation>
            <numerusform>Au plus&#x202f;%n image accompagne une réponse type. Retirez les autres.</numerusform>
            <numerusform>Au plus&#x202f;%n images accompagnent une réponse type. Retirez les autres.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most 2 MB and 4,096 pixels, so that every channel can take it.</source>
        <translation>Au plus 2 Mo et 4 096 pixels, pour que chaque canal puisse la prendre.</translation>
    </message>
    <message>
        <source>At most {most} pictures go with a saved reply. Remove the others.</source>
        <translation>Au plus {most} images accompagnent une réponse type. Retirez les autres.</translation>
    </message>
    <message>
        <source>Attach a picture</source>
        <translation>Joindre une image</translation>
    </message>
    <message>
        <source>Attach pictures</source>
        <translation>Joindre des images</translation>
    </message>
    <message>
        <source>Back to my text</source>
        <translation>Revenir à mon texte</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Retour à la liste</translation>
    </message>
    <message>
        <source>Blank for a date</source>
        <translation>À remplir&#x202f;: une date</translation>
    </message>
    <message>
        <source>Blank for a link</source>
        <translation>À remplir&#x202f;: un lien</translation>
    </message>
    <message>
        <source>Blank for a number</source>
        <translation>À remplir&#x202f;: un nombre</translation>
    </message>
    <message>
        <source>Blank for words</source>
        <translation>À remplir&#x202f;: des mots</translation>
    </message>
    <message>
        <source>Blank with a choice</source>
        <translation>À remplir&#x202f;: un choix</translation>
    </message>
    <message>
        <source>CSV or JSON (*.csv *.tsv *.txt *.json)</source>
        <translation>CSV ou JSON (*.csv *.tsv *.txt *.json)</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets (*.csv)</source>
        <translation>CSV, pour les tableurs (*.csv)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Channel {name}</source>
        <translation>Canal {name}</translation>
    </message>
    <message>
        <source>Choose a saved reply, or begin one with Ctrl+N.</source>
        <translation>Choisissez une réponse type, ou commencez-en une avec Ctrl+N.</translation>
    </message>
    <message>
        <source>Choose the channel it is for.</source>
        <translation>Choisissez le canal auquel elle est destinée.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Day from which somebody should look at it again</source>
        <translation>Jour à partir duquel il faut la relire</translation>
    </message>
    <message>
        <source>Day it is inserted, in the language of the text</source>
        <translation>Jour de l’insertion, dans la langue du texte</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Do not do this</source>
        <translation>Ne pas faire cela</translation>
    </message>
    <message>
        <source>Do something too when it is sent</source>
        <translation>Faire aussi quelque chose à l’envoi</translation>
    </message>
    <message>
        <source>Drop changes</source>
        <translation>Abandonner les changements</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Everything in this file is in the library already.</source>
        <translation>Tout ce que contient ce fichier est déjà dans la bibliothèque.</translation>
    </message>
    <message>
        <source>Export saved replies</source>
        <translation>Exporter les réponses types</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exporter vers un fichier…</translation>
    </message>
    <message>
        <source>First name of the contact</source>
        <translation>Prénom du contact</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message numerus="yes">
        <source>For %n day(s)</source>
        <translation>
            <numerusform>Pendant %n jour</numerusform>
            <numerusform>Pendant %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n hour(s)</source>
        <translation>
            <numerusform>Pendant %n heure</numerusform>
            <numerusform>Pendant %n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>For whom it is cannot be read: {detail}. Write team, me or channel.</source>
        <translation>Impossible de lire pour qui elle est&#x202f;: {detail}. Écrivez team, me ou channel.</translation>
    </message>
    <message>
        <source>Full name of the contact</source>
        <translation>Nom complet du contact</translation>
    </message>
    <message>
        <source>Full name of who answers</source>
        <translation>Nom complet de qui répond</translation>
    </message>
    <message>
        <source>Give it a shortcut: the word that is typed after the slash.</source>
        <translation>Donnez-lui un raccourci&#x202f;: le mot tapé après la barre oblique.</translation>
    </message>
    <message>
        <source>Give it a title, so that others know what it is for.</source>
        <translation>Donnez-lui un titre, pour que les autres sachent à quoi elle sert.</translation>
    </message>
    <message>
        <source>Handle of the channel</source>
        <translation>Identifiant du canal</translation>
    </message>
    <message>
        <source>Handle of the contact</source>
        <translation>Identifiant du contact</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message numerus="yes">
        <source>Import %n</source>
        <comment>saved replies</comment>
        <translation>
            <numerusform>Importer %n réponse</numerusform>
            <numerusform>Importer %n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importer et exporter</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importer depuis un fichier…</translation>
    </message>
    <message>
        <source>Import saved replies</source>
        <translation>Importer des réponses types</translation>
    </message>
    <message>
        <source>Insert a field</source>
        <translation>Insérer un champ</translation>
    </message>
    <message>
        <source>It has more cells than the head. A text with a separator in it needs quotes.</source>
        <translation>Elle a plus de cellules que l’en-tête. Un texte qui contient un séparateur doit être entre guillemets.</translation>
    </message>
    <message>
        <source>It has the same language twice.</source>
        <translation>Elle a deux fois la même langue.</translation>
    </message>
    <message>
        <source>It holds a field that means nothing here: {detail}</source>
        <translation>Elle contient un champ inconnu ici&#x202f;: {detail}</translation>
    </message>
    <message>
        <source>It is still being saved. Try again in a moment.</source>
        <translation>Elle est encore en cours d’enregistrement. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder la mienne</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>Key that runs it</source>
        <translation>Touche qui la lance</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>Langue du texte</translation>
    </message>
    <message>
        <source>Line {detail} of {file} cannot be read: a quote is not closed, or a cell is huge.</source>
        <translation>La ligne {detail} de {file} est illisible&#x202f;: un guillemet n’est pas fermé, ou une cellule est énorme.</translation>
    </message>
    <message>
        <source>Look at both</source>
        <translation>Comparer les deux</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>À relire le</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>Marquer comme terminé</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>La mienne</translation>
    </message>
    <message>
        <source>Name of the channel</source>
        <translation>Nom du canal</translation>
    </message>
    <message>
        <source>Name of who answers</source>
        <translation>Nom de la personne qui répond</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Jamais utilisée</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>New saved reply</source>
        <translation>Nouvelle réponse type</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>None</source>
        <comment>key of a saved reply</comment>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>None; Delivery/Express makes one inside another</source>
        <translation>Aucun&#x202f;; Livraison/Express en met un dans un autre</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistrée</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>Pas encore enregistrée.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Nothing here fits “{typed}”.</source>
        <translation>Rien ici ne correspond à «&#x202f;{typed}&#x202f;».</translation>
    </message>
    <message>
        <source>Nothing is written before you say so, and Z takes all back.</source>
        <translation>Rien n’est écrit avant votre accord, et Z annule tout.</translation>
    </message>
    <message>
        <source>Nothing of this file can be taken. Mend the rows above and choose it again.</source>
        <translation>Rien dans ce fichier ne peut être repris. Corrigez les lignes ci-dessus et choisissez-le de nouveau.</translation>
    </message>
    <message>
        <source>Only for me</source>
        <translation>Seulement pour moi</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Moi seulement</translation>
    </message>
    <message>
        <source>Order they speak of</source>
        <translation>Commande dont il est question</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Pictures of this saved reply</source>
        <translation>Images de cette réponse type</translation>
    </message>
    <message>
        <source>Put a tag on</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Refused rows are left out; mend them and import the file again. Z takes all back.</source>
        <translation>Les lignes refusées sont laissées de côté&#x202f;; corrigez-les et importez de nouveau le fichier. Z annule tout.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove {language}</source>
        <translation>Retirer {language}</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Ligne {number}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Saved meanwhile</source>
        <translation>Enregistrée entre-temps</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Search saved replies</source>
        <translation>Chercher dans les réponses types</translation>
    </message>
    <message>
        <source>Set the priority</source>
        <translation>Changer la priorité</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Raccourci</translation>
    </message>
    <message>
        <source>Shortcut, typed after the slash</source>
        <translation>Raccourci, tapé après la barre oblique</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Remettre à plus tard</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>Somebody has a saved reply of this shortcut for themselves.</source>
        <translation>Quelqu’un a une réponse type personnelle avec ce raccourci.</translation>
    </message>
    <message>
        <source>Something it is to do is not complete, or contradicts another. Look at the acts.</source>
        <translation>Une de ses actions est incomplète ou en contredit une autre. Vérifiez les actions.</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Prendre l’autre</translation>
    </message>
    <message>
        <source>Text in {language}</source>
        <translation>Texte en {language}</translation>
    </message>
    <message>
        <source>That kind of picture is not taken everywhere.</source>
        <translation>Ce genre d’image n’est pas pris partout.</translation>
    </message>
    <message>
        <source>The file has this shortcut and language before.</source>
        <translation>Le fichier contient déjà ce raccourci dans cette langue.</translation>
    </message>
    <message>
        <source>The folder is called {name} now.</source>
        <translation>Le dossier s’appelle maintenant {name}.</translation>
    </message>
    <message>
        <source>The letters of {file} cannot be read as {detail}. Save it as UTF-8 and try again.</source>
        <translation>Les lettres de {file} ne se lisent pas en {detail}. Enregistrez-le en UTF-8 et réessayez.</translation>
    </message>
    <message>
        <source>The name of a folder has at most {most} letters.</source>
        <translation>Le nom d’un dossier a au plus {most} lettres.</translation>
    </message>
    <message>
        <source>The tag</source>
        <translation>L’étiquette</translation>
    </message>
    <message>
        <source>There are no saved replies yet. Ctrl+N begins the first.</source>
        <translation>Il n’y a pas encore de réponse type. Ctrl+N commence la première.</translation>
    </message>
    <message>
        <source>There is no channel of this name: {detail}</source>
        <translation>Aucun canal ne porte ce nom&#x202f;: {detail}</translation>
    </message>
    <message>
        <source>These columns mean nothing here and are left out: {names}.</source>
        <translation>Ces colonnes sont inconnues ici et laissées de côté&#x202f;: {names}.</translation>
    </message>
    <message>
        <source>This file holds no saved replies: there is nothing below its head.</source>
        <translation>Ce fichier ne contient aucune réponse type&#x202f;: il n’y a rien sous son en-tête.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Until they answer</source>
        <translation>Jusqu’à sa réponse</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message numerus="yes">
        <source>Used %n time(s)</source>
        <translation>
            <numerusform>Utilisée une fois</numerusform>
            <numerusform>Utilisée %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Ce qui est fait</translation>
    </message>
    <message>
        <source>What is done besides</source>
        <translation>Ce qui est fait en plus</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi elle sert</translation>
    </message>
    <message>
        <source>What the file would change</source>
        <translation>Ce que le fichier changerait</translation>
    </message>
    <message>
        <source>What the note says</source>
        <translation>Ce que dit la note</translation>
    </message>
    <message>
        <source>What to say. {first name} is filled from the thread; any other {word} is a blank to fill.</source>
        <translation>Ce qu’il faut dire. {first name} vient du fil&#x202f;; tout autre {word} reste à remplir.</translation>
    </message>
    <message>
        <source>Who sends it</source>
        <translation>La personne qui l’envoie</translation>
    </message>
    <message>
        <source>Whole team</source>
        <translation>Toute l’équipe</translation>
    </message>
    <message>
        <source>Words it is found by, with commas between</source>
        <translation>Mots séparés par des virgules</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Écrire une note interne</translation>
    </message>
    <message>
        <source>Write the day of review like 2027-01-31.</source>
        <translation>Écrivez le jour de relecture ainsi&#x202f;: 2027-01-31.</translation>
    </message>
    <message>
        <source>You changed this meanwhile in another place</source>
        <translation>Vous l’avez modifiée entre-temps ailleurs</translation>
    </message>
    <message>
        <source>Yours is not saved yet. Compare the two and say which one stays.</source>
        <translation>Votre version n’est pas encore enregistrée. Comparez les deux et dites laquelle reste.</translation>
    </message>
    <message>
        <source>express</source>
        <translation>express</translation>
    </message>
    <message>
        <source>{file} has no column called text. Its columns are: {detail}</source>
        <translation>{file} n’a pas de colonne «&#x202f;text&#x202f;». Ses colonnes&#x202f;: {detail}</translation>
    </message>
    <message>
        <source>{file} is a spreadsheet. Save it as CSV there, and choose that file.</source>
        <translation>{file} est un classeur. Enregistrez-le là-bas en CSV et choisissez ce fichier.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} est vide.</translation>
    </message>
    <message>
        <source>{file} is no JSON with a list of saved replies in it.</source>
        <translation>{file} n’est pas un JSON contenant une liste de réponses types.</translation>
    </message>
    <message>
        <source>{file} is too large: at most 20,000 rows, 20 MB as CSV, 100 MB as JSON. Split it.</source>
        <translation>{file} est trop grand&#x202f;: au plus 20 000 lignes, 20 Mo en CSV, 100 Mo en JSON. Partagez-le.</translation>
    </message>
    <message>
        <source>{file} was written by a newer SocialDesk. Install that one first.</source>
        <translation>{file} a été écrit par un SocialDesk plus récent. Installez d’abord celui-là.</translation>
    </message>
    <message>
        <source>{file}, read as {encoding}.</source>
        <translation>{file}, lu en {encoding}.</translation>
    </message>
    <message>
        <source>{name} changed this meanwhile</source>
        <translation>{name} l’a modifiée entre-temps</translation>
    </message>
    <message>
        <source>{name}’s</source>
        <translation>Celle de {name}</translation>
    </message>
    <message>
        <source>{times}, changed before sending: {share} %</source>
        <translation>{times}, modifiée avant l’envoi&#x202f;: {share}&#x202f;%</translation>
    </message>
    <message>
        <source>{times}, last on {day}</source>
        <translation>{times}, la dernière fois le {day}</translation>
    </message>
    <message>
        <source>{times}, reopened within 48 h: {share} %</source>
        <translation>{times}, rouverte en 48 h&#x202f;: {share}&#x202f;%</translation>
    </message>
    <message>
        <source>{title}, /{shortcut}, in {languages}. {use}</source>
        <translation>{title}, /{shortcut}, en {languages}. {use}</translation>
    </message>
    <message>
        <source>{why} Nothing of the file was taken.</source>
        <translation>{why} Rien du fichier n’a été repris.</translation>
    </message>
</context>
<context>
    <name>macros</name>
    <message numerus="yes">
        <source>%n blank(s) to fill first; the rest is done when you send.</source>
        <translation>
            <numerusform>%n champ à remplir d’abord&#x202f;; le reste se fait à l’envoi.</numerusform>
            <numerusform>%n champs à remplir d’abord&#x202f;; le reste se fait à l’envoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>All at once, and Z takes all back.</source>
        <translation>Tout d’un coup, et Z annule tout.</translation>
    </message>
    <message>
        <source>An answer is begun here: it is put in there, and the rest is done when you send.</source>
        <translation>Une réponse est commencée ici&#x202f;: le texte y est ajouté, et le reste se fait à l’envoi.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>Tout faire</translation>
    </message>
    <message>
        <source>Everything it does is so already.</source>
        <translation>Tout ce qu’elle fait est déjà ainsi.</translation>
    </message>
    <message>
        <source>Only send, and do nothing else</source>
        <translation>Seulement envoyer, sans rien faire d’autre</translation>
    </message>
    <message>
        <source>Put into the answer</source>
        <translation>Mettre dans la réponse</translation>
    </message>
    <message>
        <source>Send and do it</source>
        <translation>Envoyer et tout faire</translation>
    </message>
    <message>
        <source>When you send: {acts}</source>
        <translation>À l’envoi&#x202f;: {acts}</translation>
    </message>
    <message>
        <source>assign to me</source>
        <translation>me confier le fil</translation>
    </message>
    <message>
        <source>assign to nobody</source>
        <translation>ne le confier à personne</translation>
    </message>
    <message>
        <source>assign to {name}</source>
        <translation>confier à {name}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>note “{text}”</source>
        <translation>note «&#x202f;{text}&#x202f;»</translation>
    </message>
    <message>
        <source>priority high</source>
        <translation>priorité haute</translation>
    </message>
    <message>
        <source>priority low</source>
        <translation>priorité basse</translation>
    </message>
    <message>
        <source>priority normal</source>
        <translation>priorité normale</translation>
    </message>
    <message>
        <source>priority urgent</source>
        <translation>priorité urgente</translation>
    </message>
    <message numerus="yes">
        <source>snooze for %n day(s)</source>
        <translation>
            <numerusform>plus tard, dans %n jour</numerusform>
            <numerusform>plus tard, dans %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>snooze for %n hour(s)</source>
        <translation>
            <numerusform>plus tard, dans %n heure</numerusform>
            <numerusform>plus tard, dans %n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>snooze until they answer</source>
        <translation>plus tard, à sa réponse</translation>
    </message>
    <message>
        <source>somebody who is gone</source>
        <translation>quelqu’un qui n’est plus là</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <translation>étiquette {tag}</translation>
    </message>
    <message>
        <source>{title}: done.</source>
        <translation>{title}&#x202f;: fait.</translation>
    </message>
</context>
<context>
    <name>menu</name>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>All&amp;er</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Thread</source>
        <translation>Fi&amp;l</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Barre de menus</translation>
    </message>
    <message>
        <source>Te&amp;am</source>
        <translation>Équi&amp;pe</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message numerus="yes">
        <source>%n for you</source>
        <translation>
            <numerusform>%n pour vous</numerusform>
            <numerusform>%n pour vous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in your views</source>
        <translation>
            <numerusform>%n nouveau dans vos vues</numerusform>
            <numerusform>%n nouveaux dans vos vues</numerusform>
        </translation>
    </message>
    <message>
        <source>A hidden message</source>
        <translation>Un message masqué</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Look at the rule “{name}”: somebody wants it switched on</source>
        <translation>Regardez la règle «&#x202f;{name}&#x202f;»&#x202f;: quelqu’un veut l’activer</translation>
    </message>
    <message>
        <source>Not sent: your answer to {name}</source>
        <translation>Pas envoyée&#x202f;: votre réponse à {name}</translation>
    </message>
    <message>
        <source>Notices come again.</source>
        <translation>Les avis reviennent.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Quiet until {time}</source>
        <translation>Silence jusqu’à {time}</translation>
    </message>
    <message>
        <source>Snooze 1 h</source>
        <translation>Plus tard, 1 h</translation>
    </message>
    <message>
        <source>Two hours without a pause. A short one would be well earned.</source>
        <translation>Deux heures sans pause. Une courte pause serait bien méritée.</translation>
    </message>
    <message>
        <source>You are mentioned: {name}</source>
        <translation>On vous mentionne&#x202f;: {name}</translation>
    </message>
    <message>
        <source>You are told of {name}, late since {time}</source>
        <translation>On vous signale {name}, en retard depuis {time}</translation>
    </message>
    <message>
        <source>{count}, earliest due {time}</source>
        <comment>{count}: such as “6 for you”</comment>
        <translation>{count}, première échéance à {time}</translation>
    </message>
    <message>
        <source>{name} needs you to sign in</source>
        <translation>{name}&#x202f;: il faut vous reconnecter</translation>
    </message>
    <message>
        <source>{name}, due {time}</source>
        <translation>{name}, à répondre avant {time}</translation>
    </message>
    <message>
        <source>{name}, late since {time}</source>
        <translation>{name}, en retard depuis {time}</translation>
    </message>
</context>
<context>
    <name>order</name>
    <message numerus="yes">
        <source> and %n more</source>
        <comment>threads</comment>
        <translation>
            <numerusform> et %n autre</numerusform>
            <numerusform> et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two threads</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>10 likes or more</source>
        <translation>10 mentions J’aime ou plus</translation>
    </message>
    <message>
        <source>10,000 followers or more</source>
        <translation>10&#x202f;000 abonnés ou plus</translation>
    </message>
    <message>
        <source>A VIP</source>
        <translation>Un contact VIP</translation>
    </message>
    <message>
        <source>A language nobody on shift speaks</source>
        <translation>Une langue que personne en service ne parle</translation>
    </message>
    <message>
        <source>A list can hold {word} words in one language. Take some out.</source>
        <translation>Une liste peut contenir {word} mots par langue. Retirez-en.</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>Un peu</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>Une question</translation>
    </message>
    <message>
        <source>A thread stands at its due time. These move it up from there, never down.</source>
        <translation>Un fil est à la place de son échéance. Ceci l’avance, rien ne le recule.</translation>
    </message>
    <message>
        <source>Accents matter in this list</source>
        <translation>Les accents comptent dans cette liste</translation>
    </message>
    <message>
        <source>All of this but the priority moves a thread by at most</source>
        <translation>Tout cela, sauf la priorité, avance un fil d’au plus</translation>
    </message>
    <message>
        <source>Another topic is called “{word}”, too. Give one of them another name.</source>
        <translation>Un autre sujet s’appelle aussi «&#x202f;{word}&#x202f;». Donnez un autre nom à l’un des deux.</translation>
    </message>
    <message>
        <source>Back to the usual</source>
        <translation>Revenir à l’habituel</translation>
    </message>
    <message>
        <source>By due time only: nothing moves a thread</source>
        <translation>Seulement par échéance&#x202f;: rien n’avance un fil</translation>
    </message>
    <message>
        <source>Complaint words</source>
        <translation>Mots de réclamation</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Give this topic a name.</source>
        <translation>Donnez un nom à ce sujet.</translation>
    </message>
    <message>
        <source>How much this topic moves a thread</source>
        <translation>Combien ce sujet avance un fil</translation>
    </message>
    <message>
        <source>In “{word}” the star stands inside. It can stand before or after a word.</source>
        <translation>Dans «&#x202f;{word}&#x202f;», l’étoile est à l’intérieur. Elle peut être avant ou après un mot.</translation>
    </message>
    <message>
        <source>Much</source>
        <translation>Beaucoup</translation>
    </message>
    <message>
        <source>Name of the topic</source>
        <translation>Nom du sujet</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>Nouveau sujet</translation>
    </message>
    <message>
        <source>Nobody waits now, so nothing would move.</source>
        <translation>Personne n’attend en ce moment, rien ne bougerait.</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Pas du tout</translation>
    </message>
    <message>
        <source>Of the first {many} threads these would stand elsewhere: {some}{rest}.</source>
        <translation>Parmi les {many} premiers fils, ceux-ci seraient ailleurs&#x202f;: {some}{rest}.</translation>
    </message>
    <message>
        <source>Order of the queue saved.</source>
        <translation>Ordre de la file enregistré.</translation>
    </message>
    <message>
        <source>Other conversations of the same person in two days</source>
        <translation>D’autres conversations de la même personne en deux jours</translation>
    </message>
    <message>
        <source>Other people who join in</source>
        <translation>D’autres personnes qui s’en mêlent</translation>
    </message>
    <message>
        <source>Save the order</source>
        <translation>Enregistrer l’ordre</translation>
    </message>
    <message>
        <source>Several messages without an answer</source>
        <translation>Plusieurs messages sans réponse</translation>
    </message>
    <message>
        <source>Something is wrong in the list “{name}”.</source>
        <translation>Quelque chose ne va pas dans la liste «&#x202f;{name}&#x202f;».</translation>
    </message>
    <message>
        <source>Take this topic out</source>
        <translation>Retirer ce sujet</translation>
    </message>
    <message numerus="yes">
        <source>The first %n thread(s) would stay where they are.</source>
        <translation>
            <numerusform>Le premier fil resterait où il est.</numerusform>
            <numerusform>Les %n premiers fils resteraient où ils sont.</numerusform>
        </translation>
    </message>
    <message>
        <source>The priority a person or a rule gave</source>
        <translation>La priorité donnée par une personne ou une règle</translation>
    </message>
    <message>
        <source>There can be {word} topics at most. Take one out.</source>
        <translation>Il peut y avoir {word} sujets au plus. Retirez-en un.</translation>
    </message>
    <message>
        <source>Topic: {name}</source>
        <translation>Sujet&#x202f;: {name}</translation>
    </message>
    <message>
        <source>What moves a thread up</source>
        <translation>Ce qui avance un fil</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>Quelle liste</translation>
    </message>
    <message>
        <source>Word lists</source>
        <translation>Listes de mots</translation>
    </message>
    <message>
        <source>Words in {language}</source>
        <translation>Mots en {language}</translation>
    </message>
    <message>
        <source>Words with commas between them. A star lets a word go on, as in refund*, or begin before it. Capitals do not matter; accents only where you say so.</source>
        <translation>Des mots séparés par des virgules. Une étoile laisse un mot continuer, comme dans rembours*, ou commencer avant. Les majuscules ne comptent pas&#x202f;; les accents seulement où vous le dites.</translation>
    </message>
    <message>
        <source>a hidden message</source>
        <translation>un message masqué</translation>
    </message>
    <message>
        <source>{name} from {before} to {after}</source>
        <translation>{name} de {before} à {after}</translation>
    </message>
    <message>
        <source>“{word}” has no letter. Write a word, or take it out.</source>
        <translation>«&#x202f;{word}&#x202f;» ne contient aucune lettre. Écrivez un mot, ou retirez-le.</translation>
    </message>
    <message>
        <source>“{word}” is too long. Write at most 60 letters.</source>
        <translation>«&#x202f;{word}&#x202f;» est trop long. Écrivez 60 lettres au plus.</translation>
    </message>
    <message>
        <source>“{word}” would be found nearly everywhere. Write at least three letters.</source>
        <translation>«&#x202f;{word}&#x202f;» serait trouvé presque partout. Écrivez au moins trois lettres.</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>A comment or a mention counts 1, a message 2, a review 3. With 0 nothing is given to them.</source>
        <translation>Un commentaire ou une mention compte 1, un message 2, un avis 3. Avec 0, rien ne lui est confié.</translation>
    </message>
    <message>
        <source>Add days away</source>
        <translation>Ajouter des jours d’absence</translation>
    </message>
    <message>
        <source>Always while they are away</source>
        <translation>Toujours pendant son absence</translation>
    </message>
    <message>
        <source>Back now</source>
        <translation>De retour</translation>
    </message>
    <message>
        <source>Back-up</source>
        <translation>Remplaçant</translation>
    </message>
    <message>
        <source>By language and skill, then whoever has the least</source>
        <translation>Selon la langue et les compétences, puis à qui en a le moins</translation>
    </message>
    <message>
        <source>Days away of {name} are saved.</source>
        <translation>Les jours d’absence de {name} sont enregistrés.</translation>
    </message>
    <message>
        <source>Empty: for good.</source>
        <translation>Vide&#x202f;: sans fin.</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>First day away</source>
        <translation>Premier jour d’absence</translation>
    </message>
    <message>
        <source>Good at</source>
        <translation>Compétences</translation>
    </message>
    <message>
        <source>Hidden message</source>
        <translation>Message masqué</translation>
    </message>
    <message>
        <source>How much at once</source>
        <translation>Combien à la fois</translation>
    </message>
    <message>
        <source>How {name} works is saved.</source>
        <translation>Les services de {name} sont enregistrés.</translation>
    </message>
    <message>
        <source>If nobody there speaks the language, to anybody with room</source>
        <translation>Si personne de présent ne parle la langue, à toute personne disponible</translation>
    </message>
    <message>
        <source>In the last four weeks: {shares}. Nights, weekends and days off count twice.</source>
        <translation>Ces quatre dernières semaines&#x202f;: {shares}. Les nuits, les week-ends et les jours fériés comptent double.</translation>
    </message>
    <message>
        <source>In turn</source>
        <translation>À tour de rôle</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Last day away</source>
        <translation>Dernier jour d’absence</translation>
    </message>
    <message>
        <source>Like 1:30 or 45 min. Empty: never.</source>
        <translation>Par exemple 1:30 ou 45 min. Vide&#x202f;: jamais.</translation>
    </message>
    <message>
        <source>Like “fr, en”. Empty: not known.</source>
        <translation>Par exemple «&#x202f;fr, en&#x202f;». Vide&#x202f;: inconnu.</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Sans nom</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Nobody by itself: everybody takes</source>
        <translation>À personne automatiquement&#x202f;: chacun prend</translation>
    </message>
    <message>
        <source>Nobody is known here. Open a thread of a person first.</source>
        <translation>Personne n’est connu ici. Ouvrez d’abord le fil d’une personne.</translation>
    </message>
    <message>
        <source>Nobody said when this person works: they count as there at any hour.</source>
        <translation>Personne n’a dit quand cette personne travaille&#x202f;: elle compte comme présente à toute heure.</translation>
    </message>
    <message>
        <source>Nobody was joined with {name}.</source>
        <translation>Aucun contact n’a été réuni avec {name}.</translation>
    </message>
    <message>
        <source>None ticked: from all.</source>
        <translation>Aucun coché&#x202f;: de tous.</translation>
    </message>
    <message>
        <source>Nothing came in the last {days} days.</source>
        <translation>Rien n’est arrivé ces {days} derniers jours.</translation>
    </message>
    <message>
        <source>Of the last {days} days, as people work now: {shares}.</source>
        <translation>Sur les {days} derniers jours, selon les services actuels&#x202f;: {shares}.</translation>
    </message>
    <message>
        <source>On shift</source>
        <translation>En service</translation>
    </message>
    <message>
        <source>Only from these channels</source>
        <translation>Seulement de ces canaux</translation>
    </message>
    <message>
        <source>Only to who is on shift, not away and below their limit. Everybody may still take and give.</source>
        <translation>Seulement à qui est en service, présent et sous sa limite. Chacun peut toujours prendre et confier.</translation>
    </message>
    <message>
        <source>Save the choice</source>
        <translation>Enregistrer le choix</translation>
    </message>
    <message>
        <source>Say when they answer: while this person is away, or what is late.</source>
        <translation>Dites quand il répond&#x202f;: pendant l’absence de cette personne, ou à ce qui est en retard.</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Tags and topics, with a comma between them.</source>
        <translation>Des étiquettes et des sujets, séparés par des virgules.</translation>
    </message>
    <message>
        <source>Take away: {days}</source>
        <translation>Retirer&#x202f;: {days}</translation>
    </message>
    <message>
        <source>Takes turns with what is late (on call)</source>
        <translation>Prend à son tour ce qui est en retard (astreinte)</translation>
    </message>
    <message>
        <source>The last day comes before the first. Write them the other way round.</source>
        <translation>Le dernier jour vient avant le premier. Inversez-les.</translation>
    </message>
    <message>
        <source>These days are over. Write days that are still to come.</source>
        <translation>Ces jours sont passés. Écrivez des jours à venir.</translation>
    </message>
    <message>
        <source>These days away are taken away.</source>
        <translation>Ces jours d’absence sont retirés.</translation>
    </message>
    <message>
        <source>They are back.</source>
        <translation>Cette personne est de retour.</translation>
    </message>
    <message>
        <source>They wait for an answer nowhere else.</source>
        <translation>Cette personne n’attend de réponse nulle part ailleurs.</translation>
    </message>
    <message>
        <source>They would stand in for each other in a circle: {who}. Choose somebody else.</source>
        <translation>Ils se remplaceraient en boucle&#x202f;: {who}. Choisissez quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>This computer does not know the time zone {zone} any more, so nothing is given to them by itself. Choose another.</source>
        <translation>Cet ordinateur ne connaît plus le fuseau horaire {zone}&#x202f;: rien ne lui est confié automatiquement. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>To whoever is on call, once it is late by</source>
        <translation>À qui est d’astreinte, après un retard de</translation>
    </message>
    <message>
        <source>Until the end of</source>
        <translation>Jusqu’à la fin du</translation>
    </message>
    <message>
        <source>What is late by</source>
        <translation>Ce qui a un retard de</translation>
    </message>
    <message>
        <source>What they take</source>
        <translation>Ce qu’elle prend</translation>
    </message>
    <message>
        <source>When this person works. Outside of it nothing is given to them by itself.</source>
        <translation>Quand cette personne travaille. En dehors, rien ne lui est confié automatiquement.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Who answers if they don’t</source>
        <translation>Qui répond à sa place</translation>
    </message>
    <message>
        <source>Who is given what comes in</source>
        <translation>À qui va ce qui arrive</translation>
    </message>
    <message>
        <source>Who is given what comes in is saved.</source>
        <translation>Le choix est enregistré.</translation>
    </message>
    <message>
        <source>Who wrote before goes to whom they talked with</source>
        <translation>Qui a déjà écrit va à son interlocuteur</translation>
    </message>
    <message>
        <source>Whoever has the least</source>
        <translation>À qui en a le moins</translation>
    </message>
    <message>
        <source>Why they are away</source>
        <translation>Motif de l’absence</translation>
    </message>
    <message>
        <source>Write a few tags, with a comma between them.</source>
        <translation>Écrivez quelques étiquettes, séparées par des virgules.</translation>
    </message>
    <message>
        <source>Write a whole number from 0 to {most}.</source>
        <translation>Écrivez un nombre entier de 0 à {most}.</translation>
    </message>
    <message>
        <source>Write how late, such as 1:30 or 45 min, and at most {most} hours; or leave it empty.</source>
        <translation>Écrivez le retard, par exemple 1:30 ou 45 min, au plus {most} heures&#x202f;; ou laissez vide.</translation>
    </message>
    <message>
        <source>an unknown day</source>
        <translation>un jour inconnu</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>the team {many}</source>
        <translation>l’équipe {many}</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <translation>{name} (moi)</translation>
    </message>
    <message>
        <source>{name} {many}</source>
        <translation>{name} {many}</translation>
    </message>
    <message>
        <source>{why} from {first} to {last}</source>
        <translation>{why} de {first} à {last}</translation>
    </message>
    <message>
        <source>“{typed}” is no language known here. Write it like “fr, en” or “French, English”.</source>
        <translation>«&#x202f;{typed}&#x202f;» n’est pas une langue connue ici. Écrivez par exemple «&#x202f;fr, en&#x202f;» ou «&#x202f;français, English&#x202f;».</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n pièce jointe</numerusform>
            <numerusform>%n pièces jointes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n let through</source>
        <comment>threads</comment>
        <translation>
            <numerusform>%n laissé passer</numerusform>
            <numerusform>%n laissés passer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moved up</source>
        <comment>threads that stand further up than their due time</comment>
        <translation>
            <numerusform>%n avancé</numerusform>
            <numerusform>%n avancés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new above</source>
        <comment>threads that wait above the list</comment>
        <translation>
            <numerusform>%n nouveau au-dessus</numerusform>
            <numerusform>%n nouveaux au-dessus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n or more found</source>
        <translation>
            <numerusform>%n trouvé ou plus</numerusform>
            <numerusform>%n trouvés ou plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <comment>the head of the reviews with so many stars</comment>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n fil</numerusform>
            <numerusform>%n fils</numerusform>
        </translation>
    </message>
    <message>
        <source>1 open</source>
        <translation>1 ouvert</translation>
    </message>
    <message>
        <source>1 open, late</source>
        <translation>1 ouvert, en retard</translation>
    </message>
    <message>
        <source>After {operator}: stands a day like 2026-10-01, a month like 2026-10, yesterday, or 7d.</source>
        <translation>Après {operator}: vient un jour comme 2026-10-01, un mois comme 2026-10, yesterday (hier) ou 7d (7 jours).</translation>
    </message>
    <message>
        <source>After {operator}: stands {others} or {last}.</source>
        <comment>is: open, waiting … or mine</comment>
        <translation>Après {operator}: vient {others} ou {last}.</translation>
    </message>
    <message>
        <source>Answered in {span}</source>
        <translation>Répondu en {span}</translation>
    </message>
    <message>
        <source>Any of</source>
        <comment>before conditions of which one must hold</comment>
        <translation>L’un de</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Confier</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Retirer les filtres</translation>
    </message>
    <message>
        <source>Clear what was typed</source>
        <translation>Effacer la saisie</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>Nom du contact</translation>
    </message>
    <message>
        <source>Counting…</source>
        <comment>threads of a view</comment>
        <translation>Décompte…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminés</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Due within the hour</source>
        <translation>À faire dans l’heure</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message numerus="yes">
        <source>Filter, %n in force</source>
        <translation>
            <numerusform>Filtrer, %n actif</numerusform>
            <numerusform>Filtrer, %n actifs</numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden</source>
        <comment>kept out of sight, and dealt with</comment>
        <translation>Masqués</translation>
    </message>
    <message>
        <source>Hidden message</source>
        <translation>Message masqué</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Later today</source>
        <translation>Plus tard aujourd’hui</translation>
    </message>
    <message>
        <source>Let through</source>
        <translation>Laissés passer</translation>
    </message>
    <message>
        <source>Likely abusive. Kept out of sight.</source>
        <translation>Sans doute injurieux. Gardé hors de vue.</translation>
    </message>
    <message>
        <source>Likely spam. Kept out of sight.</source>
        <translation>Sans doute indésirable. Gardé hors de vue.</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>Marquer comme terminé</translation>
    </message>
    <message>
        <source>Mention</source>
        <translation>Mention</translation>
    </message>
    <message>
        <source>Message</source>
        <comment>a direct message</comment>
        <translation>Message</translation>
    </message>
    <message>
        <source>Most urgent first</source>
        <translation>Les plus urgents d’abord</translation>
    </message>
    <message>
        <source>Moved up</source>
        <comment>a thread that stands further up than its due time</comment>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Plus récents</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Les plus récents d’abord</translation>
    </message>
    <message>
        <source>Newest first instead of best match first</source>
        <translation>Les plus récents d’abord, au lieu des plus pertinents</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>Sans objectif</translation>
    </message>
    <message>
        <source>Not a review</source>
        <translation>Pas un avis</translation>
    </message>
    <message numerus="yes">
        <source>Nothing matches %n filter(s).</source>
        <translation>
            <numerusform>Rien ne correspond à %n filtre.</numerusform>
            <numerusform>Rien ne correspond à %n filtres.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches “{words}”.</source>
        <translation>Rien ne correspond à «&#x202f;{words}&#x202f;».</translation>
    </message>
    <message>
        <source>Nothing was let through yet.</source>
        <translation>Rien n’a encore été laissé passer.</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Plus ancien</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Les plus anciens d’abord</translation>
    </message>
    <message>
        <source>One row for all of them; the Right key shows them.</source>
        <translation>Une ligne pour tous&#x202f;; la flèche droite les montre.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouverts</translation>
    </message>
    <message>
        <source>Operators: from: to: channel: tag: lang: kind: is: has: before: after: and a minus to leave out</source>
        <translation>Opérateurs&#x202f;: from: to: channel: tag: lang: kind: is: has: before: after: et un moins pour exclure</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Ordre&#x202f;: {order}</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Reviews by stars</source>
        <translation>Avis par étoiles</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>the filters to the view that is shown</comment>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Enregistrer comme vue…</translation>
    </message>
    <message>
        <source>Say also what to look for, not only what to leave out.</source>
        <translation>Dites aussi ce que vous cherchez, pas seulement ce qui est à exclure.</translation>
    </message>
    <message>
        <source>Say what after {operator}:</source>
        <comment>an operator of the search, as from:</comment>
        <translation>Dites quoi après {operator}:</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Chercher partout</translation>
    </message>
    <message>
        <source>Search everything, or from: tag: is:</source>
        <translation>Tout rechercher, ou from: tag: is:</translation>
    </message>
    <message>
        <source>Show them  Home</source>
        <translation>Les montrer  Origine</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>The threads of this view are being read</source>
        <translation>Les fils de cette vue sont en cours de lecture</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>À décider</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow and after</source>
        <translation>Demain et après</translation>
    </message>
    <message>
        <source>Type a word to look for.</source>
        <translation>Saisissez un mot à chercher.</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Waiting on contact</source>
        <translation>En attente du contact</translation>
    </message>
    <message>
        <source>What was kept out of sight and is shown to everybody again</source>
        <translation>Ce qui était à l’écart et se voit de nouveau</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Vous&#x202f;:</translation>
    </message>
    <message>
        <source>draft begun</source>
        <translation>brouillon commencé</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>à moi</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>rien ici</translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation>rien d’ouvert</translation>
    </message>
    <message>
        <source>now</source>
        <comment>less than a minute is left or has passed</comment>
        <translation>maintenant</translation>
    </message>
    <message>
        <source>unread {count}</source>
        <translation>non lus&#x202f;: {count}</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} j</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>{span} de retard</translation>
    </message>
    <message>
        <source>{stars} of 5 stars</source>
        <translation>{stars} étoiles sur 5</translation>
    </message>
    <message>
        <source>{total} kept out of sight</source>
        <translation>{total} à l’écart</translation>
    </message>
    <message>
        <source>{total} open</source>
        <translation>{total} ouverts</translation>
    </message>
    <message>
        <source>{total} open, {late} late</source>
        <translation>{total} ouverts, {late} en retard</translation>
    </message>
</context>
<context>
    <name>rail</name>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>Demo workspace</source>
        <translation>Espace de démonstration</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>a view: threads that are done</comment>
        <translation>Terminés</translation>
    </message>
    <message>
        <source>In French</source>
        <translation>En français</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Boîte de réception</translation>
    </message>
    <message>
        <source>Mentions of me</source>
        <translation>Mentions de moi</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mes fils</translation>
    </message>
    <message>
        <source>Muted</source>
        <comment>a view: threads that call nobody</comment>
        <translation>Muets</translation>
    </message>
    <message>
        <source>On shift until {time}</source>
        <translation>Service jusqu’à {time}</translation>
    </message>
    <message>
        <source>Only on this computer</source>
        <translation>Sur cet ordinateur seulement</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Boîte d’envoi</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Reviews to answer</source>
        <translation>Avis à traiter</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Search or jump</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Shielded</source>
        <translation>Protégés</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non confiés</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Views and channels</source>
        <translation>Vues et canaux</translation>
    </message>
    <message>
        <source>Waiting on contact</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Whole team</source>
        <translation>Toute l’équipe</translation>
    </message>
    <message>
        <source>only you see it</source>
        <translation>vous seul la voyez</translation>
    </message>
    <message>
        <source>{channel} cannot be read just now.</source>
        <translation>{channel} ne peut pas être lu pour le moment.</translation>
    </message>
    <message>
        <source>{channel} is paused. Nothing comes in until it goes on.</source>
        <translation>{channel} est en pause. Rien n’arrive tant qu’il n’a pas repris.</translation>
    </message>
    <message>
        <source>{channel} is {span} behind.</source>
        <translation>{channel} a {span} de retard.</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} j</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>recipients</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>people a mail went to</comment>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers are wanted at: {names}</source>
        <comment>an address in a mail</comment>
        <translation>Réponses souhaitées à&#x202f;: {names}</translation>
    </message>
    <message>
        <source>Cc: {names}</source>
        <comment>who gets a copy of a mail</comment>
        <translation>Cc&#x202f;: {names}</translation>
    </message>
    <message>
        <source>To: {names}</source>
        <comment>whom a mail goes to</comment>
        <translation>À&#x202f;: {names}</translation>
    </message>
</context>
<context>
    <name>routed</name>
    <message>
        <source>Given out by itself</source>
        <translation>Confié automatiquement</translation>
    </message>
    <message>
        <source>Given to you</source>
        <translation>Confié à vous</translation>
    </message>
    <message>
        <source>Given to {whom}</source>
        <translation>Confié à {whom}</translation>
    </message>
    <message>
        <source>Left to the team</source>
        <translation>Laissé à l’équipe</translation>
    </message>
    <message>
        <source>answers while {whom} is away</source>
        <translation>répond pendant l’absence de {whom}</translation>
    </message>
    <message>
        <source>everybody there has as much as they take</source>
        <translation>toutes les personnes présentes ont atteint leur limite</translation>
    </message>
    <message>
        <source>it is late, and they are on call</source>
        <translation>en retard, et d’astreinte</translation>
    </message>
    <message>
        <source>it is late, and they are the back-up of {whom}</source>
        <translation>en retard, et remplace {whom}</translation>
    </message>
    <message>
        <source>knows “{tag}”</source>
        <translation>connaît «&#x202f;{tag}&#x202f;»</translation>
    </message>
    <message>
        <source>least loaded</source>
        <translation>le moins chargé</translation>
    </message>
    <message>
        <source>next in turn</source>
        <translation>à tour de rôle</translation>
    </message>
    <message>
        <source>nobody is on shift</source>
        <translation>personne n’est en service</translation>
    </message>
    <message>
        <source>nobody there speaks {language}</source>
        <translation>personne de présent ne parle cette langue ({language})</translation>
    </message>
    <message>
        <source>others opened more of what is kept out of sight today</source>
        <translation>d’autres ont ouvert aujourd’hui davantage de messages à l’écart</translation>
    </message>
    <message>
        <source>somebody who has left</source>
        <translation>quelqu’un qui est parti</translation>
    </message>
    <message>
        <source>speaks {language}</source>
        <translation>parle cette langue ({language})</translation>
    </message>
    <message>
        <source>talked with them before</source>
        <translation>échange précédent avec cette personne</translation>
    </message>
    <message>
        <source>the hours of who could take it cannot be read on this machine</source>
        <translation>les horaires de qui pourrait le prendre ne sont pas lisibles sur cet ordinateur</translation>
    </message>
    <message>
        <source>the only one there with room who fits</source>
        <translation>seule personne présente et disponible qui convient</translation>
    </message>
    <message>
        <source>{what}: {reasons}</source>
        <translation>{what}&#x202f;: {reasons}</translation>
    </message>
    <message>
        <source>{whom} knows them and cannot be asked now</source>
        <translation>{whom} connaît cette personne mais n’est pas joignable</translation>
    </message>
    <message>
        <source>{whom} knows them and has no room</source>
        <translation>{whom} connaît cette personne mais a atteint sa limite</translation>
    </message>
    <message>
        <source>{whom} knows them and is away</source>
        <translation>{whom} connaît cette personne mais est absent</translation>
    </message>
    <message>
        <source>{whom} knows them and is off shift</source>
        <translation>{whom} connaît cette personne mais n’est pas en service</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message numerus="yes">
        <source>%n answer(s) or call(s) can only be stopped as far as they have not left yet.</source>
        <translation>
            <numerusform>%n réponse ou appel ne peut être arrêté que s’il n’est pas encore parti.</numerusform>
            <numerusform>%n réponses ou appels ne peuvent être arrêtés que s’ils ne sont pas encore partis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n channel(s)</source>
        <translation>
            <numerusform>%n canal</numerusform>
            <numerusform>%n canaux</numerusform>
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
            <numerusform>%n de plus conviendrait, mais une règle placée avant termine la liste.</numerusform>
            <numerusform>%n de plus conviendraient, mais une règle placée avant termine la liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would have been acknowledged.</source>
        <translation>
            <numerusform>Un accusé de réception serait parti pour %n d’entre eux.</numerusform>
            <numerusform>Un accusé de réception serait parti pour %n d’entre eux.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) can be taken. They are off until you tried them.</source>
        <translation>
            <numerusform>%n règle peut être prise. Elle est désactivée tant que vous ne l’avez pas essayée.</numerusform>
            <numerusform>%n règles peuvent être prises. Elles sont désactivées tant que vous ne les avez pas essayées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) imported.</source>
        <translation>
            <numerusform>%n règle importée.</numerusform>
            <numerusform>%n règles importées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) written to {file}.</source>
        <translation>
            <numerusform>%n règle écrite dans {file}.</numerusform>
            <numerusform>%n règles écrites dans {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in {threads} threads can be taken back.</source>
        <translation>
            <numerusform>%n chose peut être annulée, fils concernés&#x202f;: {threads}.</numerusform>
            <numerusform>%n choses peuvent être annulées, fils concernés&#x202f;: {threads}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in 7 days</source>
        <translation>
            <numerusform>%n fois en 7 jours</numerusform>
            <numerusform>%n fois en 7 jours</numerusform>
        </translation>
    </message>
    <message>
        <source>A certain tag is put on…</source>
        <translation>Une certaine étiquette est posée…</translation>
    </message>
    <message>
        <source>A contact comes back</source>
        <translation>Un contact revient</translation>
    </message>
    <message>
        <source>A hidden message</source>
        <translation>Un message caché</translation>
    </message>
    <message>
        <source>A message comes in</source>
        <translation>Un message arrive</translation>
    </message>
    <message>
        <source>A message is changed</source>
        <translation>Un message est modifié</translation>
    </message>
    <message>
        <source>A message is taken back</source>
        <translation>Un message est retiré</translation>
    </message>
    <message>
        <source>A new rule, not saved yet. It does nothing before it is switched on.</source>
        <translation>Nouvelle règle, pas encore enregistrée. Elle ne fait rien tant qu’elle n’est pas activée.</translation>
    </message>
    <message>
        <source>A rule without a name</source>
        <translation>Une règle sans nom</translation>
    </message>
    <message>
        <source>A tag is put on</source>
        <translation>Une étiquette est posée</translation>
    </message>
    <message>
        <source>A thread that is gone</source>
        <translation>Un fil qui n’est plus là</translation>
    </message>
    <message>
        <source>Acknowledge outside opening hours…</source>
        <translation>Accuser réception hors des heures d’ouverture…</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Ajouter une étiquette…</translation>
    </message>
    <message>
        <source>Add something to do</source>
        <translation>Ajouter une action</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Tous les canaux</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>Toutes les règles</translation>
    </message>
    <message>
        <source>Also acknowledge comments and mentions, which everybody can read</source>
        <translation>Accuser réception aussi des commentaires et des mentions, que tout le monde peut lire</translation>
    </message>
    <message>
        <source>An answer is late</source>
        <translation>Une réponse est en retard</translation>
    </message>
    <message>
        <source>An answer is late by…</source>
        <translation>Une réponse a tant de retard…</translation>
    </message>
    <message numerus="yes">
        <source>And %n more that cannot be taken.</source>
        <translation>
            <numerusform>Et&#x202f;%n autre qui ne peut pas être prise.</numerusform>
            <numerusform>Et&#x202f;%n autres qui ne peuvent pas être prises.</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply “{name}” to what is there?</source>
        <translation>Appliquer «&#x202f;{name}&#x202f;» à ce qui est là&#x202f;?</translation>
    </message>
    <message>
        <source>As what</source>
        <translation>À quel titre</translation>
    </message>
    <message>
        <source>Ask no rule after this one where it did its work</source>
        <translation>N’appliquer aucune règle après celle-ci quand elle a agi</translation>
    </message>
    <message>
        <source>Automatic answers leave again.</source>
        <translation>Les réponses automatiques repartent.</translation>
    </message>
    <message>
        <source>Back to the rule</source>
        <translation>Retour à la règle</translation>
    </message>
    <message>
        <source>Because {reasons}.</source>
        <comment>why a rule did its work</comment>
        <translation>Parce que&#x202f;: {reasons}.</translation>
    </message>
    <message>
        <source>Begin with this</source>
        <translation>Commencer par celle-ci</translation>
    </message>
    <message>
        <source>Begin with: {name}</source>
        <translation>Commencer par&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Begins at {moment}</source>
        <translation>Commence à {moment}</translation>
    </message>
    <message>
        <source>Changed, not saved yet</source>
        <translation>Modifiée, pas encore enregistrée</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delivery</source>
        <comment>a tag</comment>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Tout reprendre comme avant</translation>
    </message>
    <message>
        <source>Do it now</source>
        <translation>Le faire maintenant</translation>
    </message>
    <message>
        <source>Do it to these now…</source>
        <translation>L’appliquer à ceux-ci maintenant…</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>Export rules</source>
        <translation>Exporter les règles</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exporter dans un fichier…</translation>
    </message>
    <message>
        <source>For</source>
        <comment>before the channels of a rule</comment>
        <translation>Pour</translation>
    </message>
    <message>
        <source>For all channels</source>
        <translation>Pour tous les canaux</translation>
    </message>
    <message>
        <source>For some channels…</source>
        <translation>Pour certains canaux…</translation>
    </message>
    <message>
        <source>For which channels</source>
        <translation>Pour quels canaux</translation>
    </message>
    <message>
        <source>Give it to nobody</source>
        <translation>Ne le confier à personne</translation>
    </message>
    <message>
        <source>Give it to somebody…</source>
        <translation>Le confier à quelqu’un…</translation>
    </message>
    <message>
        <source>Give it to whoever has room</source>
        <translation>Le confier à qui a de la place</translation>
    </message>
    <message>
        <source>Give the rule a name.</source>
        <translation>Donnez un nom à la règle.</translation>
    </message>
    <message>
        <source>Give the rule a shorter name: {most} characters at most.</source>
        <translation>Donnez à la règle un nom plus court&#x202f;: {most} caractères au plus.</translation>
    </message>
    <message>
        <source>Hide it from the public</source>
        <translation>Le masquer au public</translation>
    </message>
    <message>
        <source>How many messages</source>
        <translation>Combien de messages</translation>
    </message>
    <message>
        <source>If</source>
        <comment>before the condition of a rule</comment>
        <translation>Si</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importer et exporter</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importer d’un fichier…</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Importer des règles</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>Importer {file}</translation>
    </message>
    <message numerus="yes">
        <source>In the last %n day(s) it would have touched {touched} of {looked}: {share} %.</source>
        <translation>
            <numerusform>Le dernier jour, elle aurait concerné {touched} cas sur {looked}&#x202f;: {share}&#x202f;%.</numerusform>
            <numerusform>Les&#x202f;%n derniers jours, elle aurait concerné {touched} cas sur {looked}&#x202f;: {share}&#x202f;%.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the last 24 hours</source>
        <translation>Ces dernières 24 heures</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>Ces 30 derniers jours</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>Ces 7 derniers jours</translation>
    </message>
    <message>
        <source>In the last hour</source>
        <translation>Cette dernière heure</translation>
    </message>
    <message>
        <source>It did nothing in that time that is not taken back already.</source>
        <translation>Elle n’a rien fait dans ce laps de temps qui ne soit déjà annulé.</translation>
    </message>
    <message>
        <source>It has not done anything yet.</source>
        <translation>Elle n’a encore rien fait.</translation>
    </message>
    <message>
        <source>It is given to somebody else</source>
        <translation>Il est confié à quelqu’un d’autre</translation>
    </message>
    <message>
        <source>It is given to…</source>
        <translation>Il est confié à…</translation>
    </message>
    <message>
        <source>It is nobody’s any more</source>
        <translation>Il n’est plus confié à personne</translation>
    </message>
    <message>
        <source>It is told which thread and which rule, and not a word that anybody wrote.</source>
        <translation>On lui dit de quel fil et de quelle règle il s’agit, et pas un mot de ce que quiconque a écrit.</translation>
    </message>
    <message>
        <source>It waits for no more than that.</source>
        <translation>Elle n’attend rien de plus.</translation>
    </message>
    <message>
        <source>It was changed. Trying saves it first.</source>
        <translation>Elle a été modifiée. L’essayer l’enregistre d’abord.</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Keep it out of sight…</source>
        <translation>Le garder hors de vue…</translation>
    </message>
    <message>
        <source>Keep scam links out of sight</source>
        <translation>Garder les liens d’arnaque hors de vue</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Lay a saved reply ready…</source>
        <translation>Préparer une réponse type…</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>Tout laisser tel quel</translation>
    </message>
    <message>
        <source>Links to crypto, prizes and the like from people who are new here go to the shield.</source>
        <translation>Les liens vers des cryptos, des gains et autres, de personnes nouvelles ici, vont à la protection.</translation>
    </message>
    <message>
        <source>Looking … {count} so far. You can go on with something else.</source>
        <translation>Recherche… {count} jusqu’ici. Vous pouvez continuer autre chose.</translation>
    </message>
    <message>
        <source>Mark it done</source>
        <translation>Le marquer comme terminé</translation>
    </message>
    <message>
        <source>Messages about parcels get the tag Delivery.</source>
        <translation>Les messages qui parlent de colis reçoivent l’étiquette Livraison.</translation>
    </message>
    <message>
        <source>Much comes in at once</source>
        <translation>Beaucoup arrive à la fois</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Nom de la règle</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nouvelle règle</translation>
    </message>
    <message>
        <source>Newest first. Enter opens the thread.</source>
        <translation>Le plus récent d’abord. Entrée ouvre le fil.</translation>
    </message>
    <message>
        <source>No automatic answer leaves any more.</source>
        <translation>Plus aucune réponse automatique ne part.</translation>
    </message>
    <message>
        <source>No channel yet</source>
        <translation>Aucun canal pour l’instant</translation>
    </message>
    <message>
        <source>No rule did anything in this thread.</source>
        <translation>Aucune règle n’a agi dans ce fil.</translation>
    </message>
    <message>
        <source>No rule fits “{typed}”. Esc shows all of them again.</source>
        <translation>Aucune règle ne correspond à «&#x202f;{typed}&#x202f;». Échap les montre toutes à nouveau.</translation>
    </message>
    <message>
        <source>None of its rules can be taken.</source>
        <translation>Aucune de ses règles ne peut être prise.</translation>
    </message>
    <message>
        <source>Nothing is said for a while</source>
        <translation>Rien n’est dit pendant un moment</translation>
    </message>
    <message numerus="yes">
        <source>Nothing of the kind it waits for happened in the last %n day(s).</source>
        <translation>
            <numerusform>Rien de ce qu’elle attend ne s’est produit le dernier jour.</numerusform>
            <numerusform>Rien de ce qu’elle attend ne s’est produit ces&#x202f;%n derniers jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Off</source>
        <comment>a rule</comment>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>Off, not tried yet</source>
        <translation>Désactivée, pas encore essayée</translation>
    </message>
    <message>
        <source>On</source>
        <comment>a rule</comment>
        <translation>Activée</translation>
    </message>
    <message>
        <source>On the last 30 days</source>
        <translation>Sur les 30 derniers jours</translation>
    </message>
    <message>
        <source>On the last 7 days</source>
        <translation>Sur les 7 derniers jours</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>a rule</comment>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Rules do the dull sorting: from the first to the last, each that fits does its work. A rule is off until it was tried.</source>
        <translation>Les règles font le tri fastidieux&#x202f;: de la première à la dernière, chacune qui convient agit. Une règle est désactivée tant qu’elle n’a pas été essayée.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save it first, then try it.</source>
        <translation>Enregistrez-la d’abord, puis essayez-la.</translation>
    </message>
    <message>
        <source>Save this rule first, then try it.</source>
        <translation>Enregistrez d’abord cette règle, puis essayez-la.</translation>
    </message>
    <message>
        <source>Saved reply</source>
        <translation>Réponse type</translation>
    </message>
    <message>
        <source>Say what it is to do.</source>
        <translation>Dites ce qu’elle doit faire.</translation>
    </message>
    <message>
        <source>Search rules</source>
        <translation>Rechercher une règle</translation>
    </message>
    <message>
        <source>See which threads it would have touched, and why. Nothing is changed by that. Then it can be switched on.</source>
        <translation>Voyez quels fils elle aurait concernés, et pourquoi. Cela ne change rien. Ensuite, elle peut être activée.</translation>
    </message>
    <message>
        <source>Set the priority…</source>
        <translation>Fixer la priorité…</translation>
    </message>
    <message>
        <source>Snooze it for a while…</source>
        <translation>Le remettre à plus tard pour un temps…</translation>
    </message>
    <message>
        <source>Snooze it until they answer</source>
        <translation>Le remettre à plus tard jusqu’à sa réponse</translation>
    </message>
    <message>
        <source>Stop trying</source>
        <translation>Arrêter l’essai</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed, and it still counts as not tried.</source>
        <translation>Arrêté. Rien n’a changé, et elle compte toujours comme pas essayée.</translation>
    </message>
    <message>
        <source>Stopped: {why}</source>
        <translation>Arrêtée&#x202f;: {why}</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Switch on or off</source>
        <translation>Activer ou désactiver</translation>
    </message>
    <message>
        <source>Tag deliveries</source>
        <translation>Étiqueter les livraisons</translation>
    </message>
    <message numerus="yes">
        <source>Take %n rule(s)</source>
        <translation>
            <numerusform>Prendre&#x202f;%n règle</numerusform>
            <numerusform>Prendre&#x202f;%n règles</numerusform>
        </translation>
    </message>
    <message>
        <source>Take a tag off…</source>
        <translation>Retirer une étiquette…</translation>
    </message>
    <message>
        <source>Take back since…</source>
        <translation>Annuler depuis…</translation>
    </message>
    <message>
        <source>Take back what “{name}” did</source>
        <translation>Annuler ce que «&#x202f;{name}&#x202f;» a fait</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Annuler cela</translation>
    </message>
    <message>
        <source>Taken back as far as that can be. What could not be is marked in the list.</source>
        <translation>Annulé autant que possible. Ce qui n’a pas pu l’être est marqué dans la liste.</translation>
    </message>
    <message>
        <source>Taken back: {what}</source>
        <translation>Annulé&#x202f;: {what}</translation>
    </message>
    <message>
        <source>Tell a program elsewhere…</source>
        <translation>Avertir un programme ailleurs…</translation>
    </message>
    <message>
        <source>Tell somebody…</source>
        <translation>Prévenir quelqu’un…</translation>
    </message>
    <message>
        <source>The newest {most} are shown.</source>
        <translation>Les {most} plus récents sont affichés.</translation>
    </message>
    <message>
        <source>Choose a line first: the arrow keys go through them.</source>
        <translation>Choisissez d’abord une ligne&#x202f;: les flèches les parcourent.</translation>
    </message>
    <message>
        <source>It cannot be applied to what is there: much at once is over when it is over.</source>
        <translation>Elle ne peut pas s’appliquer à ce qui est là&#x202f;: un afflux passé est passé.</translation>
    </message>
    <message>
        <source>It hides what the public can see.</source>
        <translation>Elle masque ce que le public peut voir.</translation>
    </message>
    <message>
        <source>It is not known who wrote in this thread.</source>
        <translation>On ne sait pas qui a écrit dans ce fil.</translation>
    </message>
    <message>
        <source>It touches more than one in twenty.</source>
        <translation>Elle touche plus d’un cas sur vingt.</translation>
    </message>
    <message>
        <source>Let it begin</source>
        <translation>La laisser commencer</translation>
    </message>
    <message>
        <source>Of messages that were changed several times only the last time is known.</source>
        <translation>Des messages modifiés plusieurs fois, seule la dernière fois est connue.</translation>
    </message>
    <message>
        <source>One person each: a lead who is there, and of those on call whose turn it is.</source>
        <translation>Une personne chacun&#x202f;: un responsable présent, et parmi les personnes d’astreinte celle dont c’est le tour.</translation>
    </message>
    <message numerus="yes">
        <source>Rules would bring it about %n time(s) more by what they do.</source>
        <translation>
            <numerusform>Des règles la déclencheraient %n fois de plus par ce qu’elles font.</numerusform>
            <numerusform>Des règles la déclencheraient %n fois de plus par ce qu’elles font.</numerusform>
        </translation>
    </message>
    <message>
        <source>Silences that ended are not among these.</source>
        <translation>Les silences qui ont pris fin n’y figurent pas.</translation>
    </message>
    <message>
        <source>So a second person looks at it once it was switched on, and lets it begin.</source>
        <translation>Une deuxième personne la regarde donc une fois activée, et la laisse commencer.</translation>
    </message>
    <message>
        <source>So it begins {span} after it was switched on; switch it off until then, and nothing happens.</source>
        <translation>Elle commence donc {span} après son activation&#x202f;; désactivez-la d’ici là et rien ne se passe.</translation>
    </message>
    <message>
        <source>Take this one back</source>
        <translation>Annuler celle-ci</translation>
    </message>
    <message numerus="yes">
        <source>That ends after five: %n time(s) nothing would be done any more.</source>
        <translation>
            <numerusform>Cela s’arrête après cinq&#x202f;: %n fois, plus rien ne serait fait.</numerusform>
            <numerusform>Cela s’arrête après cinq&#x202f;: %n fois, plus rien ne serait fait.</numerusform>
        </translation>
    </message>
    <message>
        <source>The opening hours of today count, also for the days before.</source>
        <translation>Les horaires d’aujourd’hui comptent, aussi pour les jours d’avant.</translation>
    </message>
    <message>
        <source>The others not: {reasons}.</source>
        <translation>Les autres non&#x202f;: {reasons}.</translation>
    </message>
    <message numerus="yes">
        <source>The rule does its work on what happened in the last %n day(s), as if it happened now: {touched} of them, as listed. Undo takes it back, but for what has left by then.</source>
        <translation>
            <numerusform>La règle agit sur ce qui est arrivé depuis %n jour, comme si cela arrivait maintenant&#x202f;: {touched} au total, ceux de la liste. Annuler revient dessus, sauf pour ce qui est parti d’ici là.</numerusform>
            <numerusform>La règle agit sur ce qui est arrivé depuis %n jours, comme si cela arrivait maintenant&#x202f;: {touched} au total, ceux de la liste. Annuler revient dessus, sauf pour ce qui est parti d’ici là.</numerusform>
        </translation>
    </message>
    <message>
        <source>The status becomes…</source>
        <translation>L’état devient…</translation>
    </message>
    <message>
        <source>The status changes</source>
        <translation>L’état change</translation>
    </message>
    <message>
        <source>The time for an answer runs out</source>
        <translation>Le délai de réponse touche à sa fin</translation>
    </message>
    <message>
        <source>Then</source>
        <comment>before what a rule does</comment>
        <translation>Alors</translation>
    </message>
    <message>
        <source>There is a rule of this name already. Give this one another.</source>
        <translation>Une règle de ce nom existe déjà. Donnez-en un autre à celle-ci.</translation>
    </message>
    <message>
        <source>There is no rule yet. Begin with one of these, or with an empty one.</source>
        <translation>Il n’y a pas encore de règle. Commencez par l’une de celles-ci, ou par une règle vide.</translation>
    </message>
    <message>
        <source>This is taken back already.</source>
        <translation>C’est déjà annulé.</translation>
    </message>
    <message>
        <source>This rule is for all channels, also those to come</source>
        <translation>Cette règle vaut pour tous les canaux, y compris les prochains</translation>
    </message>
    <message>
        <source>This rule is for {channel}</source>
        <comment>{channel}: names of channels</comment>
        <translation>Cette règle vaut pour {channel}</translation>
    </message>
    <message>
        <source>This rule was deleted.</source>
        <translation>Cette règle a été supprimée.</translation>
    </message>
    <message>
        <source>Threads are looked at as they stand now, not as they stood then.</source>
        <translation>Les fils sont vus tels qu’ils sont maintenant, non tels qu’ils étaient.</translation>
    </message>
    <message>
        <source>Threads it would have touched, newest first</source>
        <translation>Fils qu’elle aurait concernés, le plus récent d’abord</translation>
    </message>
    <message>
        <source>Threads that are no longer as the rule waits for are left out.</source>
        <translation>Les fils qui ne sont plus tels que la règle les attend sont laissés de côté.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>L’essayer</translation>
    </message>
    <message>
        <source>VIPs to the top</source>
        <translation>Les VIP en tête</translation>
    </message>
    <message>
        <source>Waits for a second person</source>
        <translation>Attend une deuxième personne</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Adresse web</translation>
    </message>
    <message>
        <source>What VIPs write becomes urgent.</source>
        <translation>Ce qu’écrivent les VIP devient urgent.</translation>
    </message>
    <message>
        <source>What has been answered meanwhile is not among these, however late it was.</source>
        <translation>Ce qui a reçu une réponse entre-temps n’y figure pas, même en retard.</translation>
    </message>
    <message>
        <source>What it did</source>
        <translation>Ce qu’elle a fait</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
    <message>
        <source>What it is for, such as: Deliveries</source>
        <translation>À quoi elle sert, par exemple&#x202f;: Livraisons</translation>
    </message>
    <message>
        <source>What somebody changed since then stays as they left it.</source>
        <translation>Ce que quelqu’un a changé depuis reste tel quel.</translation>
    </message>
    <message>
        <source>What the rule did, newest first</source>
        <translation>Ce que la règle a fait, le plus récent d’abord</translation>
    </message>
    <message>
        <source>What “{name}” did</source>
        <translation>Ce que «&#x202f;{name}&#x202f;» a fait</translation>
    </message>
    <message>
        <source>When</source>
        <comment>before what a rule waits for</comment>
        <translation>Quand</translation>
    </message>
    <message>
        <source>When a contact changes a message</source>
        <translation>Quand un contact modifie un message</translation>
    </message>
    <message>
        <source>When a contact takes a message back</source>
        <translation>Quand un contact retire un message</translation>
    </message>
    <message>
        <source>When a contact writes again after at least {span}</source>
        <translation>Quand un contact écrit de nouveau après au moins {span} de silence</translation>
    </message>
    <message>
        <source>When a message comes in</source>
        <translation>Quand un message arrive</translation>
    </message>
    <message>
        <source>When a thread becomes {status}</source>
        <comment>{status}: open, snoozed, done</comment>
        <translation>Quand un fil passe à l’état «&#x202f;{status}&#x202f;»</translation>
    </message>
    <message>
        <source>When a thread is given to somebody else</source>
        <translation>Quand un fil est confié à quelqu’un d’autre</translation>
    </message>
    <message>
        <source>When a thread is given to {person}</source>
        <translation>Quand un fil est confié à {person}</translation>
    </message>
    <message>
        <source>When a thread is nobody’s any more</source>
        <translation>Quand un fil n’est plus confié à personne</translation>
    </message>
    <message>
        <source>When an answer is late by {span}</source>
        <comment>{span}: 2 h</comment>
        <translation>Quand une réponse a {span} de retard</translation>
    </message>
    <message>
        <source>When any tag is put on a thread</source>
        <translation>Quand une étiquette est posée sur un fil</translation>
    </message>
    <message>
        <source>When it begins</source>
        <translation>Quand elle commence</translation>
    </message>
    <message>
        <source>When nothing was said in a thread for {span}</source>
        <translation>Quand rien n’a été dit dans un fil depuis {span}</translation>
    </message>
    <message>
        <source>When the status of a thread changes</source>
        <translation>Quand l’état d’un fil change</translation>
    </message>
    <message>
        <source>When the tag {tag} is put on a thread</source>
        <translation>Quand l’étiquette {tag} est posée sur un fil</translation>
    </message>
    <message>
        <source>When the time for an answer is over</source>
        <translation>Quand le délai de réponse est passé</translation>
    </message>
    <message>
        <source>When three quarters of the time for an answer are over</source>
        <translation>Quand les trois quarts du délai de réponse sont passés</translation>
    </message>
    <message>
        <source>When {many} come in on one channel within {span}</source>
        <comment>{many}: 30 messages</comment>
        <translation>Quand {many} arrivent sur un même canal en {span}</translation>
    </message>
    <message>
        <source>a channel that is gone</source>
        <translation>un canal qui n’est plus là</translation>
    </message>
    <message>
        <source>acknowledged that day already</source>
        <translation>accusé de réception déjà parti ce jour-là</translation>
    </message>
    <message>
        <source>add the tag {tag}</source>
        <translation>ajouter l’étiquette {tag}</translation>
    </message>
    <message>
        <source>another rule brought it about, nobody wrote</source>
        <translation>une autre règle l’a provoqué, personne n’a écrit</translation>
    </message>
    <message>
        <source>as what?</source>
        <translation>à quel titre&#x202f;?</translation>
    </message>
    <message>
        <source>automatic answers were suspended</source>
        <translation>réponses automatiques suspendues</translation>
    </message>
    <message>
        <source>give it to whoever is there and has room</source>
        <translation>le confier à qui est là et a de la place</translation>
    </message>
    <message>
        <source>give it to {person}</source>
        <translation>le confier à {person}</translation>
    </message>
    <message>
        <source>hide the message from the public</source>
        <translation>masquer le message au public</translation>
    </message>
    <message>
        <source>it would stand in public</source>
        <translation>cela serait public</translation>
    </message>
    <message>
        <source>its moment had passed</source>
        <translation>le moment était passé</translation>
    </message>
    <message>
        <source>keep it out of sight here as {kind}</source>
        <comment>{kind}: spam, a threat</comment>
        <translation>le garder hors de vue ici, motif&#x202f;: {kind}</translation>
    </message>
    <message>
        <source>lay the saved reply {reply} ready</source>
        <translation>préparer la réponse type {reply}</translation>
    </message>
    <message>
        <source>let it be nobody’s</source>
        <translation>ne le confier à personne</translation>
    </message>
    <message>
        <source>mark it done</source>
        <translation>le marquer comme terminé</translation>
    </message>
    <message>
        <source>nobody was there for it</source>
        <translation>personne n’était là pour cela</translation>
    </message>
    <message>
        <source>not heard yet; it is told again</source>
        <translation>pas encore entendu&#x202f;; c’est redit</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>rien pour l’instant</translation>
    </message>
    <message>
        <source>nothing: {why}</source>
        <comment>why a rule did nothing</comment>
        <translation>rien&#x202f;: {why}</translation>
    </message>
    <message>
        <source>outside opening hours send the saved reply {reply}, once a day at most</source>
        <translation>hors des heures d’ouverture, envoyer la réponse type {reply}, une fois par jour au plus</translation>
    </message>
    <message>
        <source>set the priority to {priority}</source>
        <translation>mettre la priorité à {priority}</translation>
    </message>
    <message>
        <source>snooze it for {span}</source>
        <translation>le remettre à plus tard pendant {span}</translation>
    </message>
    <message>
        <source>snooze it until they answer</source>
        <translation>le remettre à plus tard jusqu’à sa réponse</translation>
    </message>
    <message>
        <source>somebody had answered</source>
        <translation>quelqu’un avait répondu</translation>
    </message>
    <message>
        <source>take the tag {tag} off</source>
        <translation>retirer l’étiquette {tag}</translation>
    </message>
    <message>
        <source>tell the program at {address}</source>
        <translation>avertir le programme à l’adresse {address}</translation>
    </message>
    <message>
        <source>tell {people} in a note</source>
        <translation>prévenir {people} dans une note</translation>
    </message>
    <message>
        <source>that is gone</source>
        <translation>qui n’est plus là</translation>
    </message>
    <message>
        <source>the lead</source>
        <translation>le responsable</translation>
    </message>
    <message>
        <source>the person, reply or message is gone</source>
        <translation>la personne, la réponse ou le message n’existe plus</translation>
    </message>
    <message>
        <source>the program answered {status}</source>
        <translation>le programme a répondu {status}</translation>
    </message>
    <message>
        <source>the saved reply has a blank</source>
        <translation>la réponse type a un blanc</translation>
    </message>
    <message>
        <source>too many automatic answers within an hour</source>
        <translation>trop de réponses automatiques en une heure</translation>
    </message>
    <message>
        <source>too many rules brought each other about</source>
        <translation>trop de règles se sont déclenchées l’une l’autre</translation>
    </message>
    <message>
        <source>which channels?</source>
        <translation>quels canaux&#x202f;?</translation>
    </message>
    <message>
        <source>which saved reply?</source>
        <translation>quelle réponse type&#x202f;?</translation>
    </message>
    <message>
        <source>whoever has the thread</source>
        <translation>la personne qui a le fil</translation>
    </message>
    <message>
        <source>whoever is on call</source>
        <translation>la personne d’astreinte</translation>
    </message>
    <message>
        <source>whom?</source>
        <translation>qui&#x202f;?</translation>
    </message>
    <message>
        <source>within the opening hours</source>
        <translation>pendant les heures d’ouverture</translation>
    </message>
    <message>
        <source>{many} {why}</source>
        <comment>how often, and why not</comment>
        <translation>{many}&#x202f;: {why}</translation>
    </message>
    <message>
        <source>{many}, last {moment}</source>
        <comment>how often a rule did its work</comment>
        <translation>{many}, dernière à {moment}</translation>
    </message>
    <message>
        <source>{name} · {scope}</source>
        <comment>title of a rule</comment>
        <translation>{name} · {scope}</translation>
    </message>
    <message>
        <source>{number}. {name}, for {scope}. {state}. {counted} {sentence}</source>
        <translation>{number}. {name}, pour {scope}. {state}. {counted} {sentence}</translation>
    </message>
    <message>
        <source>{what} (cannot be taken back)</source>
        <translation>{what} (ne peut pas être annulé)</translation>
    </message>
    <message>
        <source>{what} (kept: somebody changed it since)</source>
        <translation>{what} (gardé&#x202f;: quelqu’un l’a changé depuis)</translation>
    </message>
    <message>
        <source>{what} (left out: {why})</source>
        <comment>something a rule did not do</comment>
        <translation>{what} (laissé de côté&#x202f;: {why})</translation>
    </message>
    <message>
        <source>“{name}” waits for a second person. It does nothing until then.</source>
        <translation>«&#x202f;{name}&#x202f;» attend une deuxième personne. Elle ne fait rien d’ici là.</translation>
    </message>
    <message>
        <source>{when}, if {condition}: {deeds}.</source>
        <comment>a whole rule as one sentence</comment>
        <translation>{when}, si {condition}&#x202f;: {deeds}.</translation>
    </message>
    <message>
        <source>{when}: {deeds}.</source>
        <comment>a whole rule without a condition as one sentence</comment>
        <translation>{when}&#x202f;: {deeds}.</translation>
    </message>
    <message>
        <source>“{name}” begins.</source>
        <translation>«&#x202f;{name}&#x202f;» commence.</translation>
    </message>
    <message>
        <source>“{name}” deleted.</source>
        <translation>«&#x202f;{name}&#x202f;» supprimée.</translation>
    </message>
    <message>
        <source>“{name}” does its work on what is there.</source>
        <translation>«&#x202f;{name}&#x202f;» agit sur ce qui est là.</translation>
    </message>
    <message>
        <source>“{name}” is off.</source>
        <translation>«&#x202f;{name}&#x202f;» est désactivée.</translation>
    </message>
    <message>
        <source>“{name}” is on.</source>
        <translation>«&#x202f;{name}&#x202f;» est activée.</translation>
    </message>
    <message>
        <source>“{name}” moved.</source>
        <translation>«&#x202f;{name}&#x202f;» déplacée.</translation>
    </message>
    <message>
        <source>“{name}” saved. It is off until it was tried.</source>
        <translation>«&#x202f;{name}&#x202f;» enregistrée. Elle est désactivée tant qu’elle n’a pas été essayée.</translation>
    </message>
</context>
<context>
    <name>saved_replies</name>
    <message numerus="yes">
        <source>%n blank(s) to fill before sending</source>
        <translation>
            <numerusform>%n champ à compléter avant l’envoi</numerusform>
            <numerusform>%n champs à compléter avant l’envoi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filled from this conversation</source>
        <comment>blanks of a saved reply</comment>
        <translation>
            <numerusform>%n rempli d’après cette conversation</numerusform>
            <numerusform>%n remplis d’après cette conversation</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) go with it</source>
        <translation>
            <numerusform>%n image l’accompagne</numerusform>
            <numerusform>%n images l’accompagnent</numerusform>
        </translation>
    </message>
    <message>
        <source>/{shortcut}, {title}, in {languages}</source>
        <translation>/{shortcut}, {title}, en {languages}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Does: {acts}</source>
        <translation>Fait&#x202f;: {acts}</translation>
    </message>
    <message>
        <source>Fits: {why}</source>
        <translation>Convient&#x202f;: {why}</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Insérer</translation>
    </message>
    <message>
        <source>Next blank</source>
        <translation>Champ suivant</translation>
    </message>
    <message>
        <source>Not written in {wanted} yet: this is {offered}</source>
        <translation>Pas encore écrite en {wanted}&#x202f;: voici {offered}</translation>
    </message>
    <message>
        <source>Nothing fits “{typed}”. Esc leaves it as you typed it.</source>
        <translation>Rien ne correspond à «&#x202f;{typed}&#x202f;». Échap le laisse tel quel.</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Moi seul</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Équipe</translation>
    </message>
    <message>
        <source>There are no saved replies yet. G R opens their page, where you write the first.</source>
        <translation>Il n’y a pas encore de réponse type. G R ouvre leur page, où vous écrivez la première.</translation>
    </message>
    <message>
        <source>There are none for this choice. The button above shows all of them.</source>
        <translation>Il n’y en a pas pour ce choix. Le bouton au-dessus les montre toutes.</translation>
    </message>
    <message>
        <source>This channel</source>
        <translation>Ce canal</translation>
    </message>
    <message>
        <source>To be looked at again since {day}: see whether it still holds</source>
        <translation>À revoir depuis le {day}&#x202f;: vérifiez si elle est encore juste</translation>
    </message>
    <message>
        <source>Whose saved replies are shown</source>
        <translation>Quelles réponses types sont montrées</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Saved replies that fit</source>
        <translation>Réponses types qui conviennent</translation>
    </message>
    <message numerus="yes">
        <source>used %n time(s)</source>
        <translation>
            <numerusform>utilisée %n fois</numerusform>
            <numerusform>utilisée %n fois</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sentence</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n abonné</numerusform>
            <numerusform>%n abonnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
    <message>
        <source>A group, joined by “and”</source>
        <translation>Un groupe, relié par «&#x202f;et&#x202f;»</translation>
    </message>
    <message>
        <source>A group, joined by “or”</source>
        <translation>Un groupe, relié par «&#x202f;ou&#x202f;»</translation>
    </message>
    <message>
        <source>A note names me</source>
        <translation>Une note me mentionne</translation>
    </message>
    <message>
        <source>Add a condition</source>
        <translation>Ajouter une condition</translation>
    </message>
    <message>
        <source>Answered before</source>
        <translation>Déjà répondu</translation>
    </message>
    <message>
        <source>Begin a group here</source>
        <translation>Commencer un groupe ici</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Comes with a picture or file</source>
        <translation>Accompagné d’une image ou d’un fichier</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Enter takes “{typed}” as it is written.</source>
        <translation>Entrée prend «&#x202f;{typed}&#x202f;» tel quel.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Find or write another</source>
        <translation>Chercher, ou en écrire un autre</translation>
    </message>
    <message>
        <source>Gives an e-mail address</source>
        <translation>Donne une adresse e-mail</translation>
    </message>
    <message>
        <source>Gives an order number</source>
        <translation>Donne un numéro de commande</translation>
    </message>
    <message>
        <source>Has a link</source>
        <translation>Contient un lien</translation>
    </message>
    <message>
        <source>Has at least so many words</source>
        <translation>Compte au moins tant de mots</translation>
    </message>
    <message>
        <source>Has at most so many words</source>
        <translation>Compte au plus tant de mots</translation>
    </message>
    <message>
        <source>Has so many followers</source>
        <translation>A tant d’abonnés</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Combien de temps</translation>
    </message>
    <message>
        <source>How many followers</source>
        <translation>Combien d’abonnés</translation>
    </message>
    <message>
        <source>How many words</source>
        <translation>Combien de mots</translation>
    </message>
    <message>
        <source>How the words are looked for</source>
        <translation>Comment les mots sont cherchés</translation>
    </message>
    <message>
        <source>Is from a VIP</source>
        <translation>Vient d’un VIP</translation>
    </message>
    <message>
        <source>Is from a certain contact…</source>
        <translation>Vient d’un certain contact…</translation>
    </message>
    <message>
        <source>Kept out of sight</source>
        <translation>Gardé hors de vue</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Nobody has it</source>
        <translation>N’est confié à personne</translation>
    </message>
    <message>
        <source>None of them is called so.</source>
        <translation>Aucun ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>Nothing but emoji</source>
        <translation>Rien que des emojis</translation>
    </message>
    <message>
        <source>One of them is longer than 200 letters.</source>
        <translation>L’un d’eux dépasse 200 lettres.</translation>
    </message>
    <message>
        <source>Only names people</source>
        <translation>Ne fait que nommer des personnes</translation>
    </message>
    <message>
        <source>Outside opening hours</source>
        <translation>Hors des heures d’ouverture</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Say the contrary: {sentence}</source>
        <translation>Dire le contraire&#x202f;: {sentence}</translation>
    </message>
    <message>
        <source>Something is missing here: {what}.</source>
        <translation>Il manque quelque chose ici&#x202f;: {what}.</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Étoiles</translation>
    </message>
    <message>
        <source>Stars of a review</source>
        <translation>Étoiles d’un avis</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Such as 90 min, 2 h 30 or 3 days.</source>
        <translation>Par exemple 90 min, 2 h 30 ou 3 jours.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take the group away</source>
        <translation>Retirer le groupe</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>That are more than 200 words. Make a second condition of the rest.</source>
        <translation>Cela fait plus de 200 mots. Faites du reste une deuxième condition.</translation>
    </message>
    <message>
        <source>There is no room for more here.</source>
        <translation>Il n’y a plus de place ici.</translation>
    </message>
    <message>
        <source>There is nothing to choose from yet.</source>
        <translation>Il n’y a encore rien à choisir.</translation>
    </message>
    <message>
        <source>Those who wrote last. For anybody else, open their thread and choose “New rule for this contact” in the palette.</source>
        <translation>Ceux qui ont écrit en dernier. Pour quelqu’un d’autre, ouvrez son fil et choisissez «&#x202f;Nouvelle règle pour ce contact&#x202f;» dans la palette.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lu</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>Attend une réponse</translation>
    </message>
    <message>
        <source>What it says…</source>
        <translation>Ce qu’il dit…</translation>
    </message>
    <message>
        <source>What its post says…</source>
        <translation>Ce que dit sa publication…</translation>
    </message>
    <message>
        <source>What was noticed</source>
        <translation>Ce qui a été remarqué</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>À qui il est confié</translation>
    </message>
    <message>
        <source>With commas between; one of them is enough. Capital letters do not matter.</source>
        <translation>Séparés par des virgules&#x202f;; un seul suffit. Les majuscules ne comptent pas.</translation>
    </message>
    <message>
        <source>Words or phrases</source>
        <translation>Mots ou expressions</translation>
    </message>
    <message>
        <source>Write a whole number from 1 to {most}.</source>
        <translation>Écrivez un nombre entier de 1 à {most}.</translation>
    </message>
    <message>
        <source>Write how long, such as “90 min”, “2 h 30” or “3 days”; a year at most.</source>
        <translation>Écrivez une durée, par exemple «&#x202f;90 min&#x202f;», «&#x202f;2 h 30&#x202f;» ou «&#x202f;3 jours&#x202f;»&#x202f;; un an au plus.</translation>
    </message>
    <message>
        <source>Writes for the first time</source>
        <translation>Écrit pour la première fois</translation>
    </message>
    <message>
        <source>a channel that is gone</source>
        <translation>un canal qui n’est plus là</translation>
    </message>
    <message>
        <source>a comment</source>
        <translation>un commentaire</translation>
    </message>
    <message>
        <source>a contact who is gone</source>
        <translation>un contact qui n’existe plus</translation>
    </message>
    <message>
        <source>a language nobody here speaks</source>
        <translation>une langue que personne ici ne parle</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>un lien</translation>
    </message>
    <message>
        <source>a mention</source>
        <translation>une mention</translation>
    </message>
    <message>
        <source>a note in its thread names me</source>
        <translation>une note de son fil me mentionne</translation>
    </message>
    <message>
        <source>a phone number</source>
        <translation>un numéro de téléphone</translation>
    </message>
    <message>
        <source>a picture or file comes with it</source>
        <translation>une image ou un fichier l’accompagne</translation>
    </message>
    <message>
        <source>a private message</source>
        <translation>un message privé</translation>
    </message>
    <message>
        <source>a question</source>
        <translation>une question</translation>
    </message>
    <message>
        <source>a review</source>
        <translation>un avis</translation>
    </message>
    <message>
        <source>all of this is so:</source>
        <translation>tout ceci est vrai&#x202f;:</translation>
    </message>
    <message>
        <source>also inside longer words</source>
        <translation>même à l’intérieur de mots plus longs</translation>
    </message>
    <message>
        <source>also inside longer words, accents counting</source>
        <translation>même à l’intérieur de mots plus longs, accents compris</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>une adresse e-mail</translation>
    </message>
    <message>
        <source>an order number</source>
        <translation>un numéro de commande</translation>
    </message>
    <message>
        <source>and</source>
        <comment>between two clauses that must both hold</comment>
        <translation>et</translation>
    </message>
    <message>
        <source>and: all of it must be so</source>
        <translation>et&#x202f;: tout doit être vrai</translation>
    </message>
    <message>
        <source>as whole words</source>
        <translation>en mots entiers</translation>
    </message>
    <message>
        <source>as whole words, accents counting</source>
        <translation>en mots entiers, accents compris</translation>
    </message>
    <message>
        <source>at least one of these is so:</source>
        <translation>au moins l’un de ces points est vrai&#x202f;:</translation>
    </message>
    <message>
        <source>complaint words</source>
        <translation>des mots de réclamation</translation>
    </message>
    <message>
        <source>done</source>
        <comment>where a thread stands</comment>
        <translation>terminé</translation>
    </message>
    <message>
        <source>high</source>
        <comment>a priority</comment>
        <translation>haute</translation>
    </message>
    <message>
        <source>how long?</source>
        <translation>combien de temps&#x202f;?</translation>
    </message>
    <message>
        <source>how many stars?</source>
        <translation>combien d’étoiles&#x202f;?</translation>
    </message>
    <message>
        <source>how many?</source>
        <translation>combien&#x202f;?</translation>
    </message>
    <message>
        <source>it does more than name people</source>
        <translation>il fait plus que nommer des personnes</translation>
    </message>
    <message>
        <source>it does not say {words} {how}</source>
        <comment>{how}: as whole words, also inside longer words …</comment>
        <translation>il ne dit pas {words} {how}</translation>
    </message>
    <message>
        <source>it does nothing but name people</source>
        <translation>il ne fait que nommer des personnes</translation>
    </message>
    <message>
        <source>it gives an e-mail address</source>
        <translation>il donne une adresse e-mail</translation>
    </message>
    <message>
        <source>it gives an order number</source>
        <translation>il donne un numéro de commande</translation>
    </message>
    <message>
        <source>it gives no e-mail address</source>
        <translation>il ne donne pas d’adresse e-mail</translation>
    </message>
    <message>
        <source>it gives no order number</source>
        <translation>il ne donne pas de numéro de commande</translation>
    </message>
    <message>
        <source>it happens during opening hours</source>
        <translation>cela arrive pendant les heures d’ouverture</translation>
    </message>
    <message>
        <source>it happens outside opening hours</source>
        <translation>cela arrive hors des heures d’ouverture</translation>
    </message>
    <message>
        <source>it has a link in it</source>
        <translation>il contient un lien</translation>
    </message>
    <message>
        <source>it has fewer than {count}</source>
        <comment>{count}: 12 words</comment>
        <translation>il compte moins de {count}</translation>
    </message>
    <message>
        <source>it has more than {count}</source>
        <comment>{count}: 12 words</comment>
        <translation>il compte plus de {count}</translation>
    </message>
    <message>
        <source>it has no link in it</source>
        <translation>il ne contient pas de lien</translation>
    </message>
    <message>
        <source>it has {count} or fewer</source>
        <comment>{count}: 12 words</comment>
        <translation>il compte au plus {count}</translation>
    </message>
    <message>
        <source>it has {count} or more</source>
        <comment>{count}: 12 words</comment>
        <translation>il compte au moins {count}</translation>
    </message>
    <message>
        <source>it is a review with {stars}</source>
        <comment>{stars}: 1 star or 2 stars</comment>
        <translation>c’est un avis avec {stars}</translation>
    </message>
    <message>
        <source>it is about the topic {topic}</source>
        <translation>il parle du sujet {topic}</translation>
    </message>
    <message>
        <source>it is from a VIP</source>
        <translation>il vient d’un VIP</translation>
    </message>
    <message>
        <source>it is from {contact}</source>
        <comment>{contact}: the name of somebody outside</comment>
        <translation>cela vient de {contact}</translation>
    </message>
    <message>
        <source>it is kept out of sight</source>
        <translation>il est gardé hors de vue</translation>
    </message>
    <message>
        <source>it is more than emoji</source>
        <translation>il est fait d’autre chose que d’emojis</translation>
    </message>
    <message>
        <source>it is no review with {stars}</source>
        <comment>{stars}: 1 star or 2 stars</comment>
        <translation>ce n’est pas un avis avec {stars}</translation>
    </message>
    <message>
        <source>it is not about the topic {topic}</source>
        <translation>il ne parle pas du sujet {topic}</translation>
    </message>
    <message>
        <source>it is not from a VIP</source>
        <translation>il ne vient pas d’un VIP</translation>
    </message>
    <message>
        <source>it is not from {contact}</source>
        <comment>{contact}: the name of somebody outside</comment>
        <translation>cela ne vient pas de {contact}</translation>
    </message>
    <message>
        <source>it is not kept out of sight</source>
        <translation>il n’est pas gardé hors de vue</translation>
    </message>
    <message>
        <source>it is not on {channel}</source>
        <comment>{channel}: the name of a channel</comment>
        <translation>il n’est pas sur {channel}</translation>
    </message>
    <message>
        <source>it is not {kind}</source>
        <comment>{kind}: a comment or a mention</comment>
        <translation>ce n’est pas {kind}</translation>
    </message>
    <message>
        <source>it is nothing but emoji</source>
        <translation>il n’est fait que d’emojis</translation>
    </message>
    <message>
        <source>it is on {channel}</source>
        <comment>{channel}: the name of a channel</comment>
        <translation>il est sur {channel}</translation>
    </message>
    <message>
        <source>it is {kind}</source>
        <comment>{kind}: a comment or a mention</comment>
        <translation>c’est {kind}</translation>
    </message>
    <message>
        <source>it says {words} {how}</source>
        <comment>{how}: as whole words, also inside longer words …</comment>
        <translation>il dit {words} {how}</translation>
    </message>
    <message>
        <source>it waits for an answer since less than {span}, or not at all</source>
        <translation>il attend une réponse depuis moins de {span}, ou n’en attend pas</translation>
    </message>
    <message>
        <source>its language is not {language}</source>
        <translation>sa langue n’est pas {language}</translation>
    </message>
    <message>
        <source>its language is {language}</source>
        <translation>sa langue est {language}</translation>
    </message>
    <message>
        <source>its priority is not {priority}</source>
        <translation>sa priorité n’est pas {priority}</translation>
    </message>
    <message>
        <source>its priority is {priority}</source>
        <translation>sa priorité est {priority}</translation>
    </message>
    <message>
        <source>its thread is given to nobody</source>
        <translation>son fil n’est confié à personne</translation>
    </message>
    <message>
        <source>its thread is given to somebody</source>
        <translation>son fil est confié à quelqu’un</translation>
    </message>
    <message>
        <source>its thread is given to {person}</source>
        <translation>son fil est confié à {person}</translation>
    </message>
    <message>
        <source>its thread is not given to {person}</source>
        <translation>son fil n’est pas confié à {person}</translation>
    </message>
    <message>
        <source>its thread is not tagged {tag}</source>
        <translation>son fil ne porte pas l’étiquette {tag}</translation>
    </message>
    <message>
        <source>its thread is not {status}</source>
        <comment>{status}: open, snoozed, done</comment>
        <translation>son fil n’est pas {status}</translation>
    </message>
    <message>
        <source>its thread is read</source>
        <translation>son fil est lu</translation>
    </message>
    <message>
        <source>its thread is tagged {tag}</source>
        <translation>son fil porte l’étiquette {tag}</translation>
    </message>
    <message>
        <source>its thread is unread</source>
        <translation>son fil n’est pas lu</translation>
    </message>
    <message>
        <source>its thread is {status}</source>
        <comment>{status}: open, snoozed, done</comment>
        <translation>son fil est {status}</translation>
    </message>
    <message>
        <source>low</source>
        <comment>a priority</comment>
        <translation>basse</translation>
    </message>
    <message>
        <source>many followers</source>
        <translation>beaucoup d’abonnés</translation>
    </message>
    <message>
        <source>many people like it</source>
        <translation>beaucoup l’aiment</translation>
    </message>
    <message>
        <source>me</source>
        <translation>moi</translation>
    </message>
    <message>
        <source>muted</source>
        <comment>where a thread stands</comment>
        <translation>mis en sourdine</translation>
    </message>
    <message>
        <source>no note in its thread names me</source>
        <translation>aucune note de son fil ne me mentionne</translation>
    </message>
    <message>
        <source>no picture or file comes with it</source>
        <translation>aucune image ni aucun fichier ne l’accompagne</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>nobody has answered for {span} or longer</source>
        <translation>personne n’a répondu depuis au moins {span}</translation>
    </message>
    <message>
        <source>none of this is so:</source>
        <translation>rien de ceci n’est vrai&#x202f;:</translation>
    </message>
    <message>
        <source>normal</source>
        <comment>a priority</comment>
        <translation>normale</translation>
    </message>
    <message>
        <source>not all of this is so:</source>
        <translation>tout ceci n’est pas vrai à la fois&#x202f;:</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <source>open</source>
        <comment>where a thread stands</comment>
        <translation>ouvert</translation>
    </message>
    <message>
        <source>or</source>
        <comment>between two clauses of which one must hold</comment>
        <translation>ou</translation>
    </message>
    <message>
        <source>or: one of it is enough</source>
        <translation>ou&#x202f;: un seul point suffit</translation>
    </message>
    <message>
        <source>others join in</source>
        <translation>d’autres s’y joignent</translation>
    </message>
    <message>
        <source>snoozed</source>
        <comment>where a thread stands</comment>
        <translation>remis à plus tard</translation>
    </message>
    <message>
        <source>somebody who is gone</source>
        <translation>quelqu’un qui n’est plus là</translation>
    </message>
    <message>
        <source>something this version does not know</source>
        <translation>quelque chose que cette version ne connaît pas</translation>
    </message>
    <message>
        <source>the contact has fewer than {count}</source>
        <comment>{count}: 5,000 followers</comment>
        <translation>le contact a moins de {count}</translation>
    </message>
    <message>
        <source>the contact has written to us before</source>
        <translation>le contact nous a déjà écrit</translation>
    </message>
    <message>
        <source>the contact has {count} or more</source>
        <comment>{count}: 5,000 followers</comment>
        <translation>le contact a au moins {count}</translation>
    </message>
    <message>
        <source>the contact writes to us for the first time</source>
        <translation>le contact nous écrit pour la première fois</translation>
    </message>
    <message>
        <source>the post it is below does not say {words}</source>
        <translation>la publication commentée ne dit pas {words}</translation>
    </message>
    <message>
        <source>the post it is below says {words} in its title or text</source>
        <translation>la publication commentée dit {words} dans son titre ou son texte</translation>
    </message>
    <message>
        <source>they wrote again</source>
        <translation>une relance</translation>
    </message>
    <message>
        <source>they wrote elsewhere, too</source>
        <translation>un message ailleurs aussi</translation>
    </message>
    <message>
        <source>this was not noticed in what waits: {signal}</source>
        <comment>{signal}: a question or complaint words</comment>
        <translation>ceci n’a pas été remarqué dans ce qui attend&#x202f;: {signal}</translation>
    </message>
    <message>
        <source>this was noticed in what waits: {signal}</source>
        <comment>{signal}: a question or complaint words</comment>
        <translation>ceci a été remarqué dans ce qui attend&#x202f;: {signal}</translation>
    </message>
    <message>
        <source>urgent</source>
        <comment>a priority</comment>
        <translation>urgente</translation>
    </message>
    <message>
        <source>waiting on the contact</source>
        <comment>where a thread stands</comment>
        <translation>en attente du contact</translation>
    </message>
    <message>
        <source>we have answered in its thread before</source>
        <translation>nous avons déjà répondu dans son fil</translation>
    </message>
    <message>
        <source>we have never answered in its thread</source>
        <translation>nous n’avons jamais répondu dans son fil</translation>
    </message>
    <message>
        <source>what?</source>
        <translation>quoi&#x202f;?</translation>
    </message>
    <message>
        <source>whatever it says and whoever writes</source>
        <translation>quoi que dise le message et qui que ce soit qui écrive</translation>
    </message>
    <message>
        <source>which channel?</source>
        <translation>quel canal&#x202f;?</translation>
    </message>
    <message>
        <source>which contact?</source>
        <translation>quel contact&#x202f;?</translation>
    </message>
    <message>
        <source>which kind?</source>
        <translation>quel genre&#x202f;?</translation>
    </message>
    <message>
        <source>which language?</source>
        <translation>quelle langue&#x202f;?</translation>
    </message>
    <message>
        <source>which priority?</source>
        <translation>quelle priorité&#x202f;?</translation>
    </message>
    <message>
        <source>which status?</source>
        <translation>quel état&#x202f;?</translation>
    </message>
    <message>
        <source>which tag?</source>
        <translation>quelle étiquette&#x202f;?</translation>
    </message>
    <message>
        <source>which topic?</source>
        <translation>quel sujet&#x202f;?</translation>
    </message>
    <message>
        <source>which words?</source>
        <translation>quels mots&#x202f;?</translation>
    </message>
    <message>
        <source>whom?</source>
        <translation>qui&#x202f;?</translation>
    </message>
    <message>
        <source>{days} d</source>
        <comment>days, short, as somebody would type it</comment>
        <translation>{days} j</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <comment>values that are all meant; {first} may be several</comment>
        <translation>{first} et {last}</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <comment>values of which one is enough; {first} may be several</comment>
        <translation>{first} ou {last}</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>A notice for an answer that could not leave</source>
        <translation>Une notification pour une réponse qui n’a pas pu partir</translation>
    </message>
    <message>
        <source>A notice for what is mine and due soon</source>
        <translation>Une notification pour ce qui est à moi et bientôt dû</translation>
    </message>
    <message>
        <source>A summary of what is new</source>
        <translation>Un résumé des nouveautés</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>After done, later or assign</source>
        <translation>Après terminé, plus tard ou confier</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Tout va bien.</translation>
    </message>
    <message>
        <source>All text and rows grow with it.</source>
        <translation>Tous les textes et toutes les lignes grandissent avec elle.</translation>
    </message>
    <message>
        <source>Also when somebody mentions you in a note. At most one a minute, then one summary.</source>
        <translation>Aussi quand on vous mentionne dans une note. Au plus une par minute, puis un résumé.</translation>
    </message>
    <message>
        <source>Always show the menu bar</source>
        <translation>Toujours afficher la barre de menus</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Back to the list, nothing open</source>
        <translation>Revenir à la liste, rien d’ouvert</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Choose days of the week.</source>
        <translation>Choisissez des jours de la semaine.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>Choisissez dans la liste.</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compactes</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends, Enter is a new line</source>
        <translation>Ctrl+Entrée envoie, Entrée va à la ligne</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Days I work</source>
        <translation>Jours où je travaille</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Disconnect {name}?</source>
        <translation>Déconnecter {name}&#x202f;?</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Déconnecter…</translation>
    </message>
    <message>
        <source>Drafts, settings and what has not left</source>
        <translation>Brouillons, paramètres et ce qui n’est pas parti</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter is a new line</source>
        <translation>Entrée envoie, Maj+Entrée va à la ligne</translation>
    </message>
    <message>
        <source>Every 30 minutes</source>
        <translation>Toutes les 30 minutes</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Toutes les heures</translation>
    </message>
    <message>
        <source>Fetching a picture tells a network that somebody looks. Without a tick it asks first.</source>
        <translation>Charger une image dit à un réseau que quelqu’un regarde. Sans coche, la question est posée d’abord.</translation>
    </message>
    <message>
        <source>Fold what many ask into one row</source>
        <translation>Replier en une ligne ce que plusieurs demandent</translation>
    </message>
    <message>
        <source>Free software under the Apache licence 2.0.</source>
        <translation>Logiciel libre sous licence Apache 2.0.</translation>
    </message>
    <message>
        <source>From five people in two hours on. VIPs and what is late, urgent or out of sight keep their rows.</source>
        <translation>À partir de cinq personnes en deux heures. Les VIP et ce qui est en retard, urgent ou masqué gardent leur ligne.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>How it is protected</source>
        <translation>Comment c’est protégé</translation>
    </message>
    <message>
        <source>Inter and Noto Color Emoji (SIL Open Font License), Phosphor icons (MIT).</source>
        <translation>Inter et Noto Color Emoji (SIL Open Font License), icônes Phosphor (MIT).</translation>
    </message>
    <message>
        <source>It changes at once. What people write stays in their language.</source>
        <translation>Elle change aussitôt. Ce que les gens écrivent reste dans leur langue.</translation>
    </message>
    <message>
        <source>It is being connected.</source>
        <translation>Connexion en cours.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), {size} of at most {most}.</source>
        <translation>
            <numerusform>%n image, {size} sur {most} au plus.</numerusform>
            <numerusform>%n images, {size} sur {most} au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>Cover all pictures from strangers</source>
        <translation>Couvrir toutes les images d’inconnus</translation>
    </message>
    <message>
        <source>Cover likely abuse</source>
        <translation>Couvrir ce qui est sans doute injurieux</translation>
    </message>
    <message>
        <source>Disconnect, forget its threads</source>
        <translation>Déconnecter, oublier ses fils</translation>
    </message>
    <message>
        <source>Disconnected. Its threads and answers are here and can be read.</source>
        <translation>Déconnecté. Ses fils et ses réponses sont là et peuvent être lus.</translation>
    </message>
    <message>
        <source>Each answer in the language of its thread. Nothing of it leaves this computer.</source>
        <translation>Chaque réponse dans la langue de son fil. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Forget its threads…</source>
        <translation>Oublier ses fils…</translation>
    </message>
    <message>
        <source>Forget the threads of {name}?</source>
        <translation>Oublier les fils de {name}&#x202f;?</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Les oublier</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Accordé</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Hide what it allows</source>
        <translation>Masquer ce qui est permis</translation>
    </message>
    <message>
        <source>Hours and targets</source>
        <translation>Heures et délais</translation>
    </message>
    <message>
        <source>Install LibreOffice in that language, or copy the two files of a dictionary, .aff and .dic, into the folder of dictionaries. It is found at the next start.</source>
        <translation>Installez LibreOffice dans cette langue, ou copiez les deux fichiers d’un dictionnaire, .aff et .dic, dans le dossier des dictionnaires. Il est trouvé au prochain démarrage.</translation>
    </message>
    <message>
        <source>Install one with your software manager, for example “hunspell-{code}”, or copy its two files, .aff and .dic, into the folder of dictionaries. It is found at the next start.</source>
        <translation>Installez-en un avec votre gestionnaire de logiciels, par exemple «&#x202f;hunspell-{code}&#x202f;», ou copiez ses deux fichiers, .aff et .dic, dans le dossier des dictionnaires. Il est trouvé au prochain démarrage.</translation>
    </message>
    <message>
        <source>It is being disconnected. Until then it can be kept.</source>
        <translation>Il est en train d’être déconnecté. D’ici là, vous pouvez le garder.</translation>
    </message>
    <message>
        <source>It is being tidied. You can go on working.</source>
        <translation>Le rangement est en cours. Vous pouvez continuer à travailler.</translation>
    </message>
    <message>
        <source>It is made darker or lighter until text in it can be read well.</source>
        <translation>Elle est assombrie ou éclaircie jusqu’à ce qu’un texte de cette couleur se lise bien.</translation>
    </message>
    <message>
        <source>It reads what came in before.</source>
        <translation>Il lit ce qui est arrivé avant.</translation>
    </message>
    <message>
        <source>It stands on the work of others</source>
        <translation>Il repose sur le travail d’autres</translation>
    </message>
    <message>
        <source>Its threads are being forgotten.</source>
        <translation>Ses fils sont en train d’être oubliés.</translation>
    </message>
    <message>
        <source>Its threads, answers, notes and tags go from this workspace for good; this cannot be taken back. Nothing is deleted on the network.</source>
        <translation>Ses fils, réponses, notes et étiquettes quittent cet espace pour de bon&#x202f;; cela ne s’annule pas. Rien n’est supprimé sur le réseau.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Le garder</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Les garder</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys to begin with</source>
        <translation>Touches de départ</translation>
    </message>
    <message>
        <source>Keys you gave an act yourself stay as they are.</source>
        <translation>Les touches que vous avez données à une action restent telles quelles.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>Langue de la fenêtre</translation>
    </message>
    <message>
        <source>Last read {moment}.</source>
        <translation>Dernière lecture le {moment}.</translation>
    </message>
    <message>
        <source>Last sent {moment}.</source>
        <translation>Dernier envoi {moment}.</translation>
    </message>
    <message>
        <source>Letters alone are keys</source>
        <translation>Les lettres seules sont des touches</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Like Gmail</source>
        <translation>Comme Gmail</translation>
    </message>
    <message>
        <source>Like my system</source>
        <translation>Comme mon système</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Animations</translation>
    </message>
    <message>
        <source>My shift begins</source>
        <translation>Mon service commence</translation>
    </message>
    <message>
        <source>My shift ends</source>
        <translation>Mon service finit</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Never read yet.</source>
        <translation>Encore jamais lu.</translation>
    </message>
    <message>
        <source>No channel is connected.</source>
        <translation>Aucun canal n’est connecté.</translation>
    </message>
    <message>
        <source>No channel is connected. What people write comes in here once one is.</source>
        <translation>Aucun canal n’est connecté. Ce que les gens écrivent arrive ici dès qu’il y en a un.</translation>
    </message>
    <message>
        <source>No setting fits “{typed}”. Esc shows all of them again.</source>
        <translation>Aucun paramètre ne correspond à «&#x202f;{typed}&#x202f;». Échap les montre tous à nouveau.</translation>
    </message>
    <message>
        <source>No single letters</source>
        <translation>Sans lettres seules</translation>
    </message>
    <message>
        <source>Not given</source>
        <translation>Pas accordé</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>Rien ne bouge</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Off, a notice names the person and the channel only. Hidden messages never show.</source>
        <translation>Sinon, une notification ne nomme que la personne et le canal. Les messages masqués n’y paraissent jamais.</translation>
    </message>
    <message>
        <source>Off, such a thread opens as plain text at once. In the list it stays without words.</source>
        <translation>Désactivé, un tel fil s’ouvre tout de suite en texte brut. Dans la liste, son texte reste caché.</translation>
    </message>
    <message>
        <source>On, each picture waits until you ask for it, on every channel.</source>
        <translation>Activé, chaque image attend que vous la demandiez, sur tous les canaux.</translation>
    </message>
    <message>
        <source>Once for each: refused, stopped, or a network that wants a sign-in.</source>
        <translation>Une seule fois pour chacune&#x202f;: refusée, arrêtée, ou un réseau qui demande une connexion.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Open the folder of dictionaries</source>
        <translation>Ouvrir le dossier des dictionnaires</translation>
    </message>
    <message>
        <source>Open the next thread</source>
        <translation>Ouvrir le fil suivant</translation>
    </message>
    <message>
        <source>Open the previous thread</source>
        <translation>Ouvrir le fil précédent</translation>
    </message>
    <message>
        <source>Outside of it there are no notices; what gathers is one summary when it begins.</source>
        <translation>En dehors, il n’y a pas de notification&#x202f;; ce qui s’accumule fait un seul résumé quand il commence.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Mettre en pause</translation>
    </message>
    <message>
        <source>Paused by you: nothing comes in, and what you send waits in the outbox.</source>
        <translation>Mis en pause par vous&#x202f;: rien n’arrive, et ce que vous envoyez attend dans la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Pictures take at most</source>
        <translation>Les images prennent au plus</translation>
    </message>
    <message>
        <source>Pictures take at most {size}.</source>
        <translation>Les images prennent au plus {size}.</translation>
    </message>
    <message>
        <source>The oldest go first, and can be fetched again. It counts at the next tidying.</source>
        <translation>Les plus anciennes partent d’abord, et peuvent être chargées de nouveau. Cela compte au prochain rangement.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s), {on} of them on.</source>
        <translation>
            <numerusform>%n règle, dont {on} active.</numerusform>
            <numerusform>%n règles, dont {on} actives.</numerusform>
        </translation>
    </message>
    <message>
        <source>A rule that hides something public or touches much</source>
        <translation>Une règle qui masque du contenu public ou touche beaucoup</translation>
    </message>
    <message>
        <source>As the window has room</source>
        <translation>Selon la place dans la fenêtre</translation>
    </message>
    <message>
        <source>Closing the window leaves SocialDesk in the tray</source>
        <translation>Fermer la fenêtre laisse SocialDesk dans la zone de notification</translation>
    </message>
    <message>
        <source>Compact rows show about four threads where three were. A narrow window has them by itself.</source>
        <translation>Les lignes compactes montrent environ quatre fils au lieu de trois. Une fenêtre étroite les utilise d’elle-même.</translation>
    </message>
    <message>
        <source>Copy the facts</source>
        <translation>Copier les faits</translation>
    </message>
    <message>
        <source>Go to Rules</source>
        <translation>Aller aux règles</translation>
    </message>
    <message>
        <source>Hide names and pictures</source>
        <translation>Cacher les noms et les images</translation>
    </message>
    <message>
        <source>Much is more than one in twenty of what comes in. Until it begins it can be switched off.</source>
        <translation>Beaucoup, c’est plus d’un sur vingt de ce qui arrive. Tant qu’elle n’a pas commencé, on peut la désactiver.</translation>
    </message>
    <message>
        <source>No sound for shielded items</source>
        <translation>Pas de son pour ce qui est protégé</translation>
    </message>
    <message>
        <source>Notices go on. Its icon brings the window back; Ctrl+Q ends it. Needs a tray.</source>
        <translation>Les notifications continuent. L’icône ramène la fenêtre&#x202f;; Ctrl+Q quitte. Demande une zone de notification.</translation>
    </message>
    <message>
        <source>Off, the list and the head of a kept thread tell who wrote. Its words and pictures stay hidden.</source>
        <translation>Désactivé, la liste et l’en-tête d’un fil gardé à l’écart disent qui a écrit. Ses mots et ses images restent cachés.</translation>
    </message>
    <message>
        <source>On, a notice of nothing but hidden messages makes no sound.</source>
        <translation>Activé, une notification qui n’annonce que des messages cachés reste silencieuse.</translation>
    </message>
    <message>
        <source>Open the folder of the logs</source>
        <translation>Ouvrir le dossier des journaux</translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation>Ordre de la file</translation>
    </message>
    <message>
        <source>People and shifts</source>
        <translation>Équipe et services</translation>
    </message>
    <message>
        <source>Pictures are shown without asking.</source>
        <translation>Les images s’affichent sans demander.</translation>
    </message>
    <message>
        <source>Pictures ask first.</source>
        <translation>Les images demandent d’abord.</translation>
    </message>
    <message>
        <source>Pictures without asking</source>
        <translation>Images sans demander</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the LGPL 3: in a packaged build their libraries are files of their own, which you may replace.</source>
        <translation>Qt et PySide6 sont utilisés sous licence LGPL 3&#x202f;: dans une version installable, leurs bibliothèques sont des fichiers à part, que vous pouvez remplacer.</translation>
    </message>
    <message>
        <source>Quiet hours and shift</source>
        <translation>Heures calmes et service</translation>
    </message>
    <message>
        <source>Quiet outside my shift</source>
        <translation>Calme hors de mon service</translation>
    </message>
    <message>
        <source>Read all licences</source>
        <translation>Lire toutes les licences</translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation>Aérées</translation>
    </message>
    <message>
        <source>Rows of the queue</source>
        <translation>Lignes de la file</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Rules call what anybody can reach.</source>
        <translation>Les règles appellent ce que tous peuvent atteindre.</translation>
    </message>
    <message>
        <source>Rules may call programs inside your own network</source>
        <translation>Les règles peuvent appeler des programmes de votre réseau</translation>
    </message>
    <message>
        <source>Rules may call your own network.</source>
        <translation>Les règles peuvent appeler votre réseau.</translation>
    </message>
    <message>
        <source>Say what you did and what happened instead, and add these facts: versions, system, settings, and how the channels stand. They hold no word and no name. The logs hold no message, but look through them before you give them to anybody.</source>
        <translation>Dites ce que vous avez fait et ce qui est arrivé à la place, et joignez ces faits&#x202f;: versions, système, paramètres et état des canaux. Ils ne contiennent ni message ni nom. Les journaux ne contiennent aucun message, mais relisez-les avant de les confier à quelqu’un.</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Rechercher un paramètre</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Show what was written in notices</source>
        <translation>Montrer le texte écrit dans les notifications</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>So long an answer waits here before it leaves, and Undo is offered.</source>
        <translation>Une réponse attend ici ce temps-là avant de partir, et Annuler est proposé.</translation>
    </message>
    <message>
        <source>SocialDesk</source>
        <translation>SocialDesk</translation>
    </message>
    <message>
        <source>SocialDesk {version}, with Qt {qt}</source>
        <translation>SocialDesk {version}, avec Qt {qt}</translation>
    </message>
    <message>
        <source>Spelling is checked in</source>
        <translation>L’orthographe est vérifiée en</translation>
    </message>
    <message>
        <source>Stay connected</source>
        <translation>Rester connecté</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>The facts are copied: paste them into your report.</source>
        <translation>Les faits sont copiés&#x202f;: collez-les dans votre signalement.</translation>
    </message>
    <message>
        <source>The files are encrypted. Their key follows from your passphrase, kept nowhere.</source>
        <translation>Les fichiers sont chiffrés. Leur clé découle de votre phrase secrète, gardée nulle part.</translation>
    </message>
    <message>
        <source>The files are encrypted. Their key lies in the keyring of your system.</source>
        <translation>Les fichiers sont chiffrés. Leur clé est dans le trousseau de votre système.</translation>
    </message>
    <message>
        <source>The files are not encrypted: whoever can read this folder can read them.</source>
        <translation>Les fichiers ne sont pas chiffrés&#x202f;: qui peut lire ce dossier peut les lire.</translation>
    </message>
    <message>
        <source>The files tidy themselves every six hours, when nobody waits for them.</source>
        <translation>Les fichiers se rangent toutes les six heures, quand personne ne les attend.</translation>
    </message>
    <message>
        <source>The key that sends</source>
        <translation>La touche qui envoie</translation>
    </message>
    <message>
        <source>The network cannot be reached. It is tried again by itself.</source>
        <translation>Le réseau est injoignable. Les essais reprennent tout seuls.</translation>
    </message>
    <message>
        <source>The network does not allow everything here. Sign in again to see what is missing.</source>
        <translation>Le réseau ne permet pas tout ici. Reconnectez-vous pour voir ce qui manque.</translation>
    </message>
    <message>
        <source>The network has closed this account or moved it. Look at it there, then sign in again.</source>
        <translation>Le réseau a fermé ou déplacé ce compte. Regardez-le là-bas, puis reconnectez-vous.</translation>
    </message>
    <message>
        <source>The network slows us down. It goes on by itself.</source>
        <translation>Le réseau nous ralentit. Cela reprend tout seul.</translation>
    </message>
    <message>
        <source>The network wants a sign-in.</source>
        <translation>Le réseau demande une connexion.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>There is no dictionary on this computer for: {languages}.</source>
        <translation>Il n’y a pas de dictionnaire sur cet ordinateur pour&#x202f;: {languages}.</translation>
    </message>
    <message>
        <source>There is no rule yet. Rules do the dull sorting by themselves.</source>
        <translation>Il n’y a pas encore de règle. Les règles font d’elles-mêmes le tri ennuyeux.</translation>
    </message>
    <message>
        <source>Things move a little</source>
        <translation>Les éléments bougent un peu</translation>
    </message>
    <message>
        <source>This can only be on or off.</source>
        <translation>Ce paramètre est soit activé, soit désactivé.</translation>
    </message>
    <message>
        <source>Threads, messages and what was done</source>
        <translation>Fils, messages et ce qui a été fait</translation>
    </message>
    <message>
        <source>Tidied: there was nothing to throw away.</source>
        <translation>Rangé&#x202f;: il n’y avait rien à jeter.</translation>
    </message>
    <message>
        <source>Tidied: {size} freed.</source>
        <translation>Rangé&#x202f;: {size} libérés.</translation>
    </message>
    <message>
        <source>Tidy now</source>
        <translation>Ranger maintenant</translation>
    </message>
    <message>
        <source>Tidying</source>
        <translation>Rangement</translation>
    </message>
    <message>
        <source>Time to take an answer back</source>
        <translation>Temps pour reprendre une réponse</translation>
    </message>
    <message>
        <source>To back it up, close SocialDesk and copy the whole folder.</source>
        <translation>Pour faire une sauvegarde, fermez SocialDesk et copiez tout le dossier.</translation>
    </message>
    <message>
        <source>To back it up, close SocialDesk and copy the whole folder. The copy opens only beside the keyring of this system; under a passphrase it opens anywhere.</source>
        <translation>Pour faire une sauvegarde, fermez SocialDesk et copiez tout le dossier. La copie ne s’ouvre qu’avec le trousseau de ce système&#x202f;; sous une phrase secrète, elle s’ouvre partout.</translation>
    </message>
    <message>
        <source>To give it another key or keep it another way, close this window and run “socialdesk protect”.</source>
        <translation>Pour changer la clé ou la protection, fermez cette fenêtre et lancez «&#x202f;socialdesk protect&#x202f;».</translation>
    </message>
    <message>
        <source>Tried {moment}.</source>
        <translation>Essayé {moment}.</translation>
    </message>
    <message>
        <source>Turn this off when you speak what you write, or when letters are pressed by chance. Keys with Ctrl stay, and every act is in the palette.</source>
        <translation>Désactivez-le si vous dictez ce que vous écrivez, ou si des lettres sont pressées par hasard. Les touches avec Ctrl restent, et toutes les actions sont dans la palette.</translation>
    </message>
    <message>
        <source>Use my system’s accent colour</source>
        <translation>Utiliser la couleur d’accent de mon système</translation>
    </message>
    <message>
        <source>Use my system’s font</source>
        <translation>Utiliser la police de mon système</translation>
    </message>
    <message>
        <source>What becomes of such rules is saved.</source>
        <translation>Le sort de ces règles est enregistré.</translation>
    </message>
    <message>
        <source>What is open, waiting or for later stays whole. A shorter time counts at the next tidying, and what it takes away does not come back.</source>
        <translation>Ce qui est ouvert, en attente ou pour plus tard reste entier. Une durée plus courte compte au prochain rangement, et ce qu’elle enlève ne revient pas.</translation>
    </message>
    <message>
        <source>What it allows</source>
        <translation>Ce qui est permis</translation>
    </message>
    <message>
        <source>What stays: threads, answers, notes and tags; they can be read and searched. What goes: the sign-in, here and where the network allows it also there. Nothing new comes in, and what has not left waits until you connect it again. Or let its threads go too, and with them what has not left; nothing is deleted on the network.</source>
        <translation>Ce qui reste&#x202f;: fils, réponses, notes et étiquettes&#x202f;; on peut les lire et y chercher. Ce qui part&#x202f;: la connexion, ici et, si le réseau le permet, là-bas aussi. Rien de nouveau n’arrive, et ce qui n’est pas parti attend que vous le reconnectiez. Ou laissez partir ses fils aussi, et avec eux ce qui n’est pas parti&#x202f;; rien n’est supprimé sur le réseau.</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <translation>Quand quelque chose ne va pas</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Où c’est rangé</translation>
    </message>
    <message>
        <source>Whoever switched it on cannot be the second person. It stands in the list until then.</source>
        <translation>Qui l’a activée ne peut pas être la deuxième personne. Elle attend dans la liste jusque-là.</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Avec un son</translation>
    </message>
    <message>
        <source>Without it only addresses anybody can reach are called, and programs on this computer. A file of rules from elsewhere could otherwise have this computer call what only it can reach.</source>
        <translation>Sans cela, seules les adresses accessibles à tous sont appelées, et les programmes de cet ordinateur. Un fichier de règles venu d’ailleurs pourrait sinon faire appeler par cet ordinateur ce que lui seul atteint.</translation>
    </message>
    <message>
        <source>Without this, Alt shows it.</source>
        <translation>Sinon, Alt l’affiche.</translation>
    </message>
    <message>
        <source>Words are kept for {days} days.</source>
        <translation>Les textes sont gardés {days} jours.</translation>
    </message>
    <message>
        <source>Words of threads that are done</source>
        <translation>Textes des fils terminés</translation>
    </message>
    <message>
        <source>Write a time as hours and minutes, such as 09:00 or 17:30.</source>
        <translation>Écrivez une heure et des minutes, comme 9h05 ou 17h30.</translation>
    </message>
    <message>
        <source>Write a whole number from {least} to {most}.</source>
        <translation>Écrivez un nombre entier de {least} à {most}.</translation>
    </message>
    <message>
        <source>You work alone here, so there is nobody to ask: it begins {span} after it was switched on, until somebody joins.</source>
        <translation>Vous travaillez seul ici, il n’y a personne à qui demander&#x202f;: elle commence {span} après son activation, jusqu’à ce que quelqu’un vous rejoigne.</translation>
    </message>
    <message>
        <source>are forgotten after {days} days</source>
        <translation>sont oubliés après {days} jours</translation>
    </message>
    <message>
        <source>begins after {span}</source>
        <translation>commence après {span}</translation>
    </message>
    <message>
        <source>begins at once</source>
        <translation>commence aussitôt</translation>
    </message>
    <message>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>on</source>
        <translation>activé</translation>
    </message>
    <message>
        <source>waits until a second person lets it begin</source>
        <translation>attend qu’une deuxième personne la laisse commencer</translation>
    </message>
    <message>
        <source>{name} goes on.</source>
        <translation>{name} reprend.</translation>
    </message>
    <message>
        <source>{name} is asked what it allows.</source>
        <translation>On demande à {name} ce qu’il permet.</translation>
    </message>
    <message>
        <source>{name} is disconnected, its threads are forgotten.</source>
        <translation>{name} est déconnecté, ses fils sont oubliés.</translation>
    </message>
    <message>
        <source>{name} is disconnected.</source>
        <translation>{name} est déconnecté.</translation>
    </message>
    <message>
        <source>{name} is paused.</source>
        <translation>{name} est en pause.</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n permission(s) missing. The card says which.</source>
        <translation>
            <numerusform>{name}&#x202f;: il manque %n autorisation. La carte dit laquelle.</numerusform>
            <numerusform>{name}&#x202f;: il manque %n autorisations. La carte dit lesquelles.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: everything it needs is allowed.</source>
        <translation>{name}&#x202f;: tout ce qu’il faut est autorisé.</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} secondes</translation>
    </message>
    <message>
        <source>{title}: back to {default}</source>
        <translation>{title}&#x202f;: revenir à {default}</translation>
    </message>
    <message>
        <source>{title}: less</source>
        <translation>{title}&#x202f;: moins</translation>
    </message>
    <message>
        <source>{title}: more</source>
        <translation>{title}&#x202f;: plus</translation>
    </message>
    <message>
        <source>“Like my system” follows it at once, and uses high contrast where the system does.</source>
        <translation>«&#x202f;Comme mon système&#x202f;» le suit aussitôt, et passe en contraste élevé quand le système le fait.</translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message numerus="yes">
        <source>%n answer(s) can still be taken back</source>
        <translation>
            <numerusform>%n réponse peut encore être reprise</numerusform>
            <numerusform>%n réponses peuvent encore être reprises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) with everything that was written in them go, with your answers, notes and drafts, and the copies of the workspace file that were made before. Nobody can bring them back. What the networks keep stays there.</source>
        <translation>
            <numerusform>%n fil disparaît avec tout ce qui y a été écrit, vos réponses, notes et brouillons compris, ainsi que les copies du fichier de l’espace faites auparavant. Personne ne pourra les récupérer. Ce que les réseaux conservent y reste.</numerusform>
            <numerusform>%n fils disparaissent avec tout ce qui y a été écrit, vos réponses, notes et brouillons compris, ainsi que les copies du fichier de l’espace faites auparavant. Personne ne pourra les récupérer. Ce que les réseaux conservent y reste.</numerusform>
        </translation>
    </message>
    <message>
        <source>A hidden message</source>
        <translation>Un message masqué</translation>
    </message>
    <message>
        <source>A moment: this takes a second on purpose.</source>
        <translation>Un instant&#x202f;: cela prend volontairement une seconde.</translation>
    </message>
    <message>
        <source>A threat</source>
        <translation>Une menace</translation>
    </message>
    <message>
        <source>All clear</source>
        <translation>Tout est à jour</translation>
    </message>
    <message>
        <source>All that is held about {name}</source>
        <translation>Tout ce qui est conservé sur {name}</translation>
    </message>
    <message>
        <source>Answer through</source>
        <translation>Répondre par</translation>
    </message>
    <message>
        <source>At least {least} characters</source>
        <translation>Au moins {least} caractères</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Block {who}?</source>
        <translation>Bloquer {who}&#x202f;?</translation>
    </message>
    <message>
        <source>Blocked.</source>
        <translation>Bloqué.</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Choisir une phrase secrète</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
    </message>
    <message>
        <source>Connect an account, and what people write to it comes in here.</source>
        <translation>Connectez un compte&#x202f;: ce qu’on lui écrit arrivera ici.</translation>
    </message>
    <message>
        <source>Delete there</source>
        <translation>Supprimer là-bas</translation>
    </message>
    <message>
        <source>Delete what {who} wrote?</source>
        <translation>Supprimer ce que {who} a écrit&#x202f;?</translation>
    </message>
    <message>
        <source>Deleted there.</source>
        <translation>Supprimé là-bas.</translation>
    </message>
    <message>
        <source>Drag to make the panel wider or narrower</source>
        <translation>Glissez pour élargir ou rétrécir le panneau</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Forget for good</source>
        <translation>Oublier pour de bon</translation>
    </message>
    <message>
        <source>Forget {name} for good?</source>
        <translation>Oublier {name} pour de bon&#x202f;?</translation>
    </message>
    <message>
        <source>Forgetting {name}…</source>
        <translation>Suppression de {name}…</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Oublié.</translation>
    </message>
    <message>
        <source>Four or more words that do not belong together are strong and easy to keep.</source>
        <translation>Quatre mots ou plus sans rapport entre eux sont solides et faciles à retenir.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bonne</translation>
    </message>
    <message>
        <source>Hidden from the public.</source>
        <translation>Masqué au public.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Hide this from the public?</source>
        <translation>Masquer ceci au public&#x202f;?</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Haute</translation>
    </message>
    <message>
        <source>How shall your workspace be kept?</source>
        <translation>Comment protéger votre espace de travail&#x202f;?</translation>
    </message>
    <message>
        <source>If the keyring was exchanged or made anew, put its old copy back, then try again. If the key is gone for good, nobody can read these files: rename the folder, start SocialDesk anew and connect your channels again. Messages are read again; notes, drafts and tags are lost.</source>
        <translation>Si le trousseau a été remplacé ou recréé, remettez l’ancienne copie, puis réessayez. Si la clé est définitivement perdue, personne ne peut lire ces fichiers&#x202f;: renommez le dossier, relancez SocialDesk et reconnectez vos canaux. Les messages seront relus&#x202f;; notes, brouillons et étiquettes sont perdus.</translation>
    </message>
    <message>
        <source>Insults or harassment</source>
        <translation>Insultes ou harcèlement</translation>
    </message>
    <message>
        <source>It goes from {network} for everybody. After ten seconds nobody can bring it back.</source>
        <translation>Le message disparaît de {network} pour tout le monde. Passé dix secondes, personne ne peut le rétablir.</translation>
    </message>
    <message>
        <source>It keeps the key of this workspace; nothing was changed.</source>
        <translation>Il garde la clé de cet espace&#x202f;; rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Keep the files unencrypted …</source>
        <translation>Laisser les fichiers non chiffrés …</translation>
    </message>
    <message>
        <source>Keep them unencrypted</source>
        <translation>Les laisser non chiffrés</translation>
    </message>
    <message numerus="yes">
        <source>Keep working: %n reply(ies) wait in the outbox and go out when you are back.</source>
        <translation>
            <numerusform>Continuez&#x202f;: %n réponse attend dans la boîte d’envoi et partira au retour du réseau.</numerusform>
            <numerusform>Continuez&#x202f;: %n réponses attendent dans la boîte d’envoi et partiront au retour du réseau.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep working: what you send waits in the outbox and goes out, in order, when you are back.</source>
        <translation>Continuez&#x202f;: ce que vous envoyez attend dans la boîte d’envoi et partira, dans l’ordre, au retour du réseau.</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Langue&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Ne rien faire</translation>
    </message>
    <message>
        <source>Let in again.</source>
        <translation>Débloqué.</translation>
    </message>
    <message>
        <source>Like taken back.</source>
        <translation>J’aime retiré.</translation>
    </message>
    <message>
        <source>Liked.</source>
        <translation>Message aimé.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Basse</translation>
    </message>
    <message>
        <source>Make the workspace</source>
        <translation>Créer l’espace de travail</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>Fusionner avec</translation>
    </message>
    <message>
        <source>No saved reply has this key. Give it one on the page of saved replies: G R.</source>
        <translation>Aucune réponse type n’a cette touche. Donnez-lui-en une dans la page des réponses types&#x202f;: G R.</translation>
    </message>
    <message>
        <source>No translator is set up, so nothing of this thread is sent anywhere to be translated.</source>
        <translation>Aucun traducteur n’est configuré&#x202f;: rien de ce fil n’est envoyé ailleurs pour être traduit.</translation>
    </message>
    <message>
        <source>Nobody can recover it: without the passphrase all that is in this workspace is lost. Write it down where only you find it.</source>
        <translation>Personne ne peut la retrouver&#x202f;: sans la phrase secrète, tout le contenu de cet espace est perdu. Notez-la là où vous seul la trouverez.</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>priority</comment>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Not in touch.</source>
        <translation>Pas de contact avec le moteur.</translation>
    </message>
    <message>
        <source>Not saved.</source>
        <translation>Pas enregistré.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
    <message>
        <source>Nothing is connected yet</source>
        <translation>Rien n’est encore connecté</translation>
    </message>
    <message>
        <source>Nothing is free: every open thread is somebody&apos;s already.</source>
        <translation>Rien n’est libre&#x202f;: chaque fil ouvert est déjà confié à quelqu’un.</translation>
    </message>
    <message>
        <source>Nothing more fits this thread. / looks through all saved replies.</source>
        <translation>Rien d’autre ne convient à ce fil. / parcourt toutes les réponses types.</translation>
    </message>
    <message>
        <source>Nothing of yours waits for an answer.</source>
        <translation>Aucun de vos fils n’attend de réponse.</translation>
    </message>
    <message>
        <source>Offline since {time}.</source>
        <translation>Hors ligne depuis {time}.</translation>
    </message>
    <message>
        <source>On {network} they can no longer write to this account or see it, and they can find out. What they wrote stays. You can let them in again later.</source>
        <translation>Sur {network}, cette personne ne peut plus écrire à ce compte ni le voir, et elle peut s’en apercevoir. Ce qu’elle a écrit reste. Vous pourrez la débloquer plus tard.</translation>
    </message>
    <message>
        <source>Only answer</source>
        <translation>Seulement répondre</translation>
    </message>
    <message>
        <source>Open a thread first.</source>
        <translation>Ouvrez d’abord un fil.</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Ouvrir un espace de travail</translation>
    </message>
    <message>
        <source>Open outbox</source>
        <translation>Ouvrir la boîte d’envoi</translation>
    </message>
    <message>
        <source>Open the workspace</source>
        <translation>Ouvrir l’espace de travail</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorité</translation>
    </message>
    <message>
        <source>Priority: {priority}.</source>
        <translation>Priorité&#x202f;: {priority}.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) and act(s) for many have not left</source>
        <translation>
            <numerusform>%n réponse ou action pour beaucoup n’est pas partie</numerusform>
            <numerusform>%n réponses et actions pour beaucoup ne sont pas parties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) cannot be saved</source>
        <translation>
            <numerusform>%n brouillon ne peut pas être enregistré</numerusform>
            <numerusform>%n brouillons ne peuvent pas être enregistrés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) copied as a table.</source>
        <translation>
            <numerusform>%n délai copié sous forme de tableau.</numerusform>
            <numerusform>%n délais copiés sous forme de tableau.</numerusform>
        </translation>
    </message>
    <message>
        <source>A new saved reply is begun already. Save or drop that one first.</source>
        <translation>Une nouvelle réponse type est déjà commencée. Enregistrez-la ou abandonnez-la d’abord.</translation>
    </message>
    <message>
        <source>All done</source>
        <translation>Tout terminé</translation>
    </message>
    <message>
        <source>All files are whole after all. Nothing was changed.</source>
        <translation>Tous les fichiers sont finalement intacts. Rien n’a changé.</translation>
    </message>
    <message numerus="yes">
        <source>All of it is here: %n message(s).</source>
        <translation>
            <numerusform>Tout est là&#x202f;: %n message.</numerusform>
            <numerusform>Tout est là&#x202f;: %n messages.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another program uses port {port} of this computer, to which the browser comes back.</source>
        <translation>Un autre programme utilise le port {port} de cet ordinateur, où le navigateur revient.</translation>
    </message>
    <message>
        <source>Answered or done</source>
        <translation>Répondu ou terminé</translation>
    </message>
    <message>
        <source>Answers that had not left are not sent by themselves: look through the outbox.</source>
        <translation>Les réponses qui n’étaient pas parties ne partent pas toutes seules&#x202f;: parcourez la boîte d’envoi.</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Demandé</translation>
    </message>
    <message>
        <source>Automatic answers are suspended.</source>
        <translation>Les réponses automatiques sont suspendues.</translation>
    </message>
    <message numerus="yes">
        <source>Away from {start} to {end}: %n message(s) came in afterwards.</source>
        <translation>
            <numerusform>Absent de {start} à {end}&#x202f;: %n message est arrivé après coup.</numerusform>
            <numerusform>Absent de {start} à {end}&#x202f;: %n messages sont arrivés après coup.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the demo</source>
        <translation>Retour à la démo</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Délai de réponse</translation>
    </message>
    <message>
        <source>Close and lose what was written</source>
        <translation>Fermer et perdre ce qui est écrit</translation>
    </message>
    <message>
        <source>Close, go on later</source>
        <translation>Fermer, continuer plus tard</translation>
    </message>
    <message>
        <source>Correct there</source>
        <translation>Corriger là-bas</translation>
    </message>
    <message>
        <source>Correct what we answered</source>
        <translation>Corriger notre réponse</translation>
    </message>
    <message>
        <source>Corrected there.</source>
        <translation>Corrigé là-bas.</translation>
    </message>
    <message>
        <source>Delete what we answered: “{words}”?</source>
        <translation>Supprimer notre réponse «&#x202f;{words}&#x202f;»&#x202f;?</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Échéance</translation>
    </message>
    <message>
        <source>End it, then try again.</source>
        <translation>Quittez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Tout le reste</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>Première réponse</translation>
    </message>
    <message>
        <source>Help {name}, who leaves in {minutes} min</source>
        <translation>Aider {name}, qui part dans {minutes} min</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Dans les temps</translation>
    </message>
    <message>
        <source>It is not liked.</source>
        <translation>Ce message n’est pas aimé.</translation>
    </message>
    <message>
        <source>Kept in the new file: {parts}.</source>
        <translation>Gardé dans le nouveau fichier&#x202f;: {parts}.</translation>
    </message>
    <message>
        <source>Later answer</source>
        <translation>Réponse suivante</translation>
    </message>
    <message>
        <source>Let them go</source>
        <translation>Les laisser repartir</translation>
    </message>
    <message>
        <source>Lost, at least: {parts}.</source>
        <translation>Perdu, au moins&#x202f;: {parts}.</translation>
    </message>
    <message>
        <source>More is told in {file}.</source>
        <translation>Plus de détails dans {file}.</translation>
    </message>
    <message>
        <source>No sign-in is kept: this computer has no keyring and the workspace is unencrypted.</source>
        <translation>Aucune connexion n’est conservée&#x202f;: cet ordinateur n’a pas de trousseau et l’espace de travail n’est pas chiffré.</translation>
    </message>
    <message>
        <source>Nobody asked anything here since the channel was connected.</source>
        <translation>Personne n’a rien demandé ici depuis la connexion du canal.</translation>
    </message>
    <message>
        <source>Nobody came back from the browser within 10 minutes. Nothing was changed; try again.</source>
        <translation>Personne n’est revenu du navigateur en 10 minutes. Rien n’a été modifié&#x202f;; réessayez.</translation>
    </message>
    <message>
        <source>Nothing came in since {moment}; it is fetched once you sign in.</source>
        <translation>Rien n’est arrivé depuis {moment}&#x202f;; tout est chargé dès que vous vous reconnectez.</translation>
    </message>
    <message>
        <source>Nothing in it could be read.</source>
        <translation>Rien n’a pu y être lu.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Il ne manque rien.</translation>
    </message>
    <message>
        <source>Nothing of yours is due before {when}.</source>
        <translation>Aucun de vos fils n’est attendu avant {when}.</translation>
    </message>
    <message>
        <source>Nothing of yours is open.</source>
        <translation>Aucun de vos fils n’est ouvert.</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>Rien n’attend ici.</translation>
    </message>
    <message>
        <source>On {network} these words take the place of the old ones. Whoever read the old ones is not told; some networks show that it was edited.</source>
        <translation>Sur {network}, ces mots prennent la place des anciens. Qui a lu les anciens n’en est pas averti&#x202f;; certains réseaux montrent que c’est modifié.</translation>
    </message>
    <message>
        <source>Only a comment can be answered privately, without pictures, where its network has it.</source>
        <translation>Seul un commentaire peut recevoir une réponse privée, sans images, là où son réseau le permet.</translation>
    </message>
    <message>
        <source>Only a mail that went to several people can be answered to all of them.</source>
        <translation>On ne peut répondre à tous qu’à un e-mail reçu par plusieurs personnes.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Suspendu</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>Quit SocialDesk</source>
        <translation>Quitter SocialDesk</translation>
    </message>
    <message>
        <source>Reason: {reason}. You can add what the moderators of {network} shall know.</source>
        <translation>Motif&#x202f;: {reason}. Vous pouvez ajouter ce que les modérateurs de {network} doivent savoir.</translation>
    </message>
    <message>
        <source>Rebuilding</source>
        <translation>Reconstruction</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Report it as</source>
        <translation>Signaler comme</translation>
    </message>
    <message>
        <source>Report to {network}</source>
        <translation>Signaler à {network}</translation>
    </message>
    <message>
        <source>Reported.</source>
        <translation>Signalé.</translation>
    </message>
    <message>
        <source>Rules go on sorting; what they would send by themselves is held.</source>
        <translation>Les règles continuent de trier&#x202f;; ce qu’elles enverraient d’elles-mêmes est retenu.</translation>
    </message>
    <message>
        <source>Send and close</source>
        <translation>Envoyer et fermer</translation>
    </message>
    <message>
        <source>Set aside and rebuild</source>
        <translation>Mettre de côté et reconstruire</translation>
    </message>
    <message>
        <source>Settings of the channels</source>
        <translation>Paramètres des canaux</translation>
    </message>
    <message>
        <source>Settings: {section}</source>
        <translation>Paramètres&#x202f;: {section}</translation>
    </message>
    <message>
        <source>Sexual content</source>
        <translation>Contenu sexuel</translation>
    </message>
    <message>
        <source>Show SocialDesk</source>
        <translation>Afficher SocialDesk</translation>
    </message>
    <message>
        <source>Show its threads</source>
        <translation>Afficher ses fils</translation>
    </message>
    <message>
        <source>Shown to the public again.</source>
        <translation>Réaffiché au public.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Signed in. Nothing had been missed.</source>
        <translation>Connecté. Rien n’avait manqué.</translation>
    </message>
    <message>
        <source>Snooze until they answer</source>
        <translation>Plus tard&#x202f;: quand on me répond</translation>
    </message>
    <message>
        <source>Snooze, pick a day and time</source>
        <translation>Plus tard&#x202f;: choisir un jour et une heure</translation>
    </message>
    <message>
        <source>SocialDesk can set it aside and make a new one of everything that can be read: notes, drafts, answers, tags and messages. Your channels stay signed in and are read again. Nothing is deleted.</source>
        <translation>SocialDesk peut le mettre de côté et en refaire un avec tout ce qui est lisible&#x202f;: notes, brouillons, réponses, étiquettes et messages. Vos canaux restent connectés et seront relus. Rien n’est supprimé.</translation>
    </message>
    <message>
        <source>Some of it the network no longer gives; the threads show where.</source>
        <translation>Le réseau n’en donne plus une partie&#x202f;; les fils montrent où.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Something illegal</source>
        <translation>Quelque chose d’illégal</translation>
    </message>
    <message>
        <source>Spam or a trick</source>
        <translation>Spam ou arnaque</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rester</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Solide</translation>
    </message>
    <message>
        <source>Tagged {tag}.</source>
        <translation>Étiquette {tag} ajoutée.</translation>
    </message>
    <message>
        <source>Take one from Unassigned</source>
        <translation>Prendre un fil non confié</translation>
    </message>
    <message>
        <source>Take over and answer</source>
        <translation>Reprendre et répondre</translation>
    </message>
    <message>
        <source>Take over?</source>
        <translation>Reprendre ce fil&#x202f;?</translation>
    </message>
    <message>
        <source>Taken back, but for what has left already.</source>
        <translation>Repris, sauf ce qui est déjà parti.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Délai promis</translation>
    </message>
    <message>
        <source>That could not be written to the disk. Free some space and try again.</source>
        <translation>Impossible d’écrire sur le disque. Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The disk is full, or another program holds the file. Stay, make room and close then.</source>
        <translation>Le disque est plein, ou un autre programme tient le fichier. Restez, faites de la place, puis fermez.</translation>
    </message>
    <message numerus="yes">
        <source>The gap is filled: %n message(s) came in that you had not seen.</source>
        <translation>
            <numerusform>Le manque est comblé&#x202f;: %n message que vous n’aviez pas vu est arrivé.</numerusform>
            <numerusform>Le manque est comblé&#x202f;: %n messages que vous n’aviez pas vus sont arrivés.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key of this workspace is missing</source>
        <translation>La clé de cet espace est introuvable</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>Le lien est copié.</translation>
    </message>
    <message>
        <source>The messages open here as soon as the network shows them. Try again in a moment.</source>
        <translation>Les messages s’ouvriront ici dès que le réseau les montrera. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La même, encore une fois</translation>
    </message>
    <message numerus="yes">
        <source>The sign-in ends in %n day(s). Sign in again before then, and nothing stops.</source>
        <translation>
            <numerusform>La connexion prend fin dans %n jour. Reconnectez-vous avant, et rien ne s’arrête.</numerusform>
            <numerusform>La connexion prend fin dans %n jours. Reconnectez-vous avant, et rien ne s’arrête.</numerusform>
        </translation>
    </message>
    <message>
        <source>The sign-in ends today. Sign in again, and nothing stops.</source>
        <translation>La connexion prend fin aujourd’hui. Reconnectez-vous, et rien ne s’arrête.</translation>
    </message>
    <message>
        <source>The sign-in has ended. Sign in again; nothing is lost.</source>
        <translation>La connexion a pris fin. Reconnectez-vous&#x202f;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>The sign-in lasts until {day}.</source>
        <translation>La connexion dure jusqu’au {day}.</translation>
    </message>
    <message>
        <source>The words of our answer</source>
        <translation>Les mots de notre réponse</translation>
    </message>
    <message>
        <source>The workspace is rebuilt</source>
        <translation>L’espace de travail est reconstruit</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>There is one channel to answer through. Threads that were merged have several.</source>
        <translation>Il n’y a qu’un canal pour répondre. Les fils fusionnés en ont plusieurs.</translation>
    </message>
    <message>
        <source>They leave when you close. Or stay, and take them back with Z.</source>
        <translation>Tout part à la fermeture. Vous pouvez aussi rester et reprendre avec Z.</translation>
    </message>
    <message>
        <source>They wait on this machine and go on at the next start. Or stay until they have left.</source>
        <translation>Elles attendent sur cet ordinateur et repartent au prochain démarrage. Vous pouvez aussi rester jusqu’à leur départ.</translation>
    </message>
    <message>
        <source>This computer has no keyring and this workspace is unencrypted: no sign-in can be kept in it. Close SocialDesk and give the workspace a passphrase, with: {command}</source>
        <comment>{command}: what is typed in a terminal</comment>
        <translation>Cet ordinateur n’a pas de trousseau et cet espace de travail n’est pas chiffré&#x202f;: aucune connexion ne peut y être conservée. Fermez SocialDesk et donnez une phrase secrète à l’espace de travail, avec&#x202f;: {command}</translation>
    </message>
    <message>
        <source>Whoever can read this disk, or a copy of it, can then read every message, note and draft. Sign-ins are never written to such files: networks that ask for one cannot be connected.</source>
        <translation>Quiconque peut lire ce disque, ou une copie, peut alors lire chaque message, note et brouillon. Les connexions ne sont jamais écrites dans de tels fichiers&#x202f;: les réseaux qui en demandent une ne peuvent pas être connectés.</translation>
    </message>
    <message>
        <source>This computer has no keyring that could keep its key. With a passphrase everything on this disk is encrypted, and you type it whenever SocialDesk starts. Nothing has been made yet.</source>
        <translation>Cet ordinateur n’a pas de trousseau pour garder la clé. Avec une phrase secrète, tout est chiffré sur ce disque, et vous la tapez à chaque démarrage de SocialDesk. Rien n’a encore été créé.</translation>
    </message>
    <message>
        <source>This computer is in another time zone now. Times are shown as they are here.</source>
        <translation>Cet ordinateur est maintenant dans un autre fuseau horaire. Les heures affichées sont celles d’ici.</translation>
    </message>
    <message>
        <source>This connector cannot be used ({reason}). Update or remove it.</source>
        <translation>Ce connecteur ne peut pas être utilisé ({reason}). Mettez-le à jour ou supprimez-le.</translation>
    </message>
    <message>
        <source>This connector was made by somebody else. Its code runs with all that SocialDesk may do on this computer: allow it only if you trust who made it. It says that it reaches {hosts}, and that it is for: {does}.</source>
        <translation>Ce connecteur a été fait par quelqu’un d’autre. Son code s’exécute avec tout ce que SocialDesk peut faire sur cet ordinateur&#x202f;: ne l’autorisez que si vous faites confiance à son auteur. Il dit qu’il joint {hosts}, et qu’il sert à&#x202f;: {does}.</translation>
    </message>
    <message>
        <source>This is the only thread of {name}.</source>
        <translation>C’est le seul fil de {name}.</translation>
    </message>
    <message>
        <source>This takes a few minutes for a large workspace. You can close the window: it is safe to stop.</source>
        <translation>Cela prend quelques minutes pour un grand espace. Vous pouvez fermer la fenêtre&#x202f;: on peut s’arrêter sans risque.</translation>
    </message>
    <message>
        <source>This thread was not put together with another one.</source>
        <translation>Ce fil n’a été fusionné avec aucun autre.</translation>
    </message>
    <message>
        <source>This workspace does not open</source>
        <translation>Cet espace ne s’ouvre pas</translation>
    </message>
    <message>
        <source>This workspace file is damaged</source>
        <translation>Ce fichier de l’espace est endommagé</translation>
    </message>
    <message>
        <source>This workspace is kept under a passphrase.</source>
        <translation>Cet espace est protégé par une phrase secrète.</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Too late to take back: it has left.</source>
        <translation>Trop tard pour le reprendre&#x202f;: c’est parti.</translation>
    </message>
    <message>
        <source>Too short: at least {least} characters</source>
        <translation>Trop court&#x202f;: au moins {least} caractères</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try again in {seconds} s</source>
        <translation>Réessayer dans {seconds} s</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Type the passphrase first.</source>
        <translation>Tapez d’abord la phrase secrète.</translation>
    </message>
    <message>
        <source>Type the same passphrase in both fields.</source>
        <translation>Tapez la même phrase secrète dans les deux champs.</translation>
    </message>
    <message>
        <source>Undo with {key}.</source>
        <translation>{key} pour annuler.</translation>
    </message>
    <message>
        <source>Unencrypted files?</source>
        <translation>Fichiers non chiffrés&#x202f;?</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Unlock this workspace</source>
        <translation>Déverrouiller cet espace</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgente</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Weak: easily guessed</source>
        <translation>Faible&#x202f;: facile à deviner</translation>
    </message>
    <message>
        <source>What the moderators shall know (optional)</source>
        <translation>Ce que les modérateurs doivent savoir (facultatif)</translation>
    </message>
    <message>
        <source>Write an answer first, or open a thread that was answered: it becomes the saved reply.</source>
        <translation>Écrivez d’abord une réponse, ou ouvrez un fil où l’on a répondu&#x202f;: elle devient la réponse type.</translation>
    </message>
    <message>
        <source>Write an answer first; then choose when it leaves.</source>
        <translation>Écrivez d’abord une réponse&#x202f;; choisissez ensuite quand elle part.</translation>
    </message>
    <message>
        <source>Written to {file}. It holds private messages: give it to nobody else.</source>
        <translation>Enregistré dans {file}. Ce fichier contient des messages privés&#x202f;: ne le donnez à personne d’autre.</translation>
    </message>
    <message numerus="yes">
        <source>You answered %n person(s) today.</source>
        <translation>
            <numerusform>Vous avez répondu à %n personne aujourd’hui.</numerusform>
            <numerusform>Vous avez répondu à %n personnes aujourd’hui.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your channels keep their sign-in and are read again as far as the platforms allow.</source>
        <translation>Vos canaux gardent leur connexion et sont relus autant que les plateformes le permettent.</translation>
    </message>
    <message>
        <source>Your keyring does not open</source>
        <translation>Votre trousseau ne s’ouvre pas</translation>
    </message>
    <message>
        <source>Your sign-in stays in this workspace, encrypted. You can remove it at any time.</source>
        <translation>Votre connexion reste dans cet espace de travail, chiffrée. Vous pouvez la retirer à tout moment.</translation>
    </message>
    <message>
        <source>accessibility</source>
        <translation>accessibilité</translation>
    </message>
    <message>
        <source>answers and other acts: {many}</source>
        <translation>réponses et autres actions&#x202f;: {many}</translation>
    </message>
    <message>
        <source>assign to {name}</source>
        <translation>confier à {name}</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>channels: {many}</source>
        <translation>canaux&#x202f;: {many}</translation>
    </message>
    <message>
        <source>commands: {many}</source>
        <translation>commandes&#x202f;: {many}</translation>
    </message>
    <message>
        <source>drafts: {many}</source>
        <translation>brouillons&#x202f;: {many}</translation>
    </message>
    <message>
        <source>each of the accounts</source>
        <translation>chacun des comptes</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>choisie</translation>
    </message>
    <message>
        <source>like my system</source>
        <translation>comme mon système</translation>
    </message>
    <message>
        <source>messages: {many}</source>
        <translation>messages&#x202f;: {many}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>no answer was needed</source>
        <translation>aucune réponse n’était nécessaire</translation>
    </message>
    <message>
        <source>notes: {many}</source>
        <translation>notes&#x202f;: {many}</translation>
    </message>
    <message>
        <source>put on</source>
        <translation>ajouter</translation>
    </message>
    <message>
        <source>rename, merge or delete it…</source>
        <translation>la renommer, la fusionner ou la supprimer…</translation>
    </message>
    <message>
        <source>saved replies: {many}</source>
        <translation>réponses types&#x202f;: {many}</translation>
    </message>
    <message>
        <source>show the threads that have it</source>
        <translation>afficher les fils qui la portent</translation>
    </message>
    <message>
        <source>show what {name} has</source>
        <translation>afficher ce qu’a {name}</translation>
    </message>
    <message>
        <source>take off</source>
        <translation>retirer</translation>
    </message>
    <message>
        <source>the server you name</source>
        <translation>le serveur que vous indiquez</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>cette personne</translation>
    </message>
    <message>
        <source>threads: {many}</source>
        <translation>fils&#x202f;: {many}</translation>
    </message>
    <message>
        <source>views: {many}</source>
        <translation>vues&#x202f;: {many}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{file} was damaged. It was set aside as {kept}, and nothing of it was deleted.</source>
        <translation>{file} était endommagé. Il a été mis de côté sous le nom {kept}, et rien n’en a été supprimé.</translation>
    </message>
    <message>
        <source>{folder} holds no SocialDesk workspace. Choose the one that has workspace.json in it.</source>
        <translation>{folder} ne contient pas d’espace de travail SocialDesk. Choisissez celui où se trouve workspace.json.</translation>
    </message>
    <message>
        <source>{name} comes back later.</source>
        <translation>{name} reviendra plus tard.</translation>
    </message>
    <message>
        <source>{name} given to {person}.</source>
        <translation>{name} confié à {person}.</translation>
    </message>
    <message>
        <source>{name} has this thread. Your answer is kept until you choose.</source>
        <translation>{name} a ce fil. Votre réponse est gardée jusqu’à votre choix.</translation>
    </message>
    <message>
        <source>{name} is back in the queue.</source>
        <translation>{name} est de retour dans la file.</translation>
    </message>
    <message>
        <source>{name} is done.</source>
        <translation>{name}&#x202f;: terminé.</translation>
    </message>
    <message>
        <source>{name} is kept under a passphrase.</source>
        <translation>{name} est protégé par une phrase secrète.</translation>
    </message>
    <message>
        <source>{name} is liked and done.</source>
        <translation>{name}&#x202f;: aimé et terminé.</translation>
    </message>
    <message>
        <source>{name} is muted.</source>
        <translation>{name} est en sourdine.</translation>
    </message>
    <message>
        <source>{name} is nobody&apos;s now.</source>
        <translation>{name} n’est plus confié à personne.</translation>
    </message>
    <message>
        <source>{name} is open again.</source>
        <translation>{name}&#x202f;: fil rouvert.</translation>
    </message>
    <message>
        <source>{name} is yours.</source>
        <translation>{name} est à vous.</translation>
    </message>
    <message>
        <source>{name} marked.</source>
        <translation>{name}&#x202f;: marqué.</translation>
    </message>
    <message>
        <source>{name} needs you.</source>
        <translation>{name} a besoin de vous.</translation>
    </message>
    <message>
        <source>{name}: one thread now.</source>
        <translation>{name}&#x202f;: un seul fil désormais.</translation>
    </message>
    <message>
        <source>{name}: two threads again.</source>
        <translation>{name}&#x202f;: de nouveau deux fils.</translation>
    </message>
    <message>
        <source>{tag} taken off.</source>
        <translation>Étiquette {tag} retirée.</translation>
    </message>
    <message>
        <source>{who} and their friends still see it on {network}; everybody else no longer does. You can show it again later.</source>
        <translation>{who} et ses amis le voient encore sur {network}&#x202f;; les autres ne le voient plus. Vous pourrez le réafficher plus tard.</translation>
    </message>
</context>
<context>
    <name>shield</name>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n lien</numerusform>
            <numerusform>%n liens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of this thread, the first since {moment}.</source>
        <comment>kept messages</comment>
        <translation>
            <numerusform>%n dans ce fil, depuis {moment}.</numerusform>
            <numerusform>%n dans ce fil, le premier depuis {moment}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other message(s) of this account were kept, too.</source>
        <translation>
            <numerusform>%n autre message de ce compte a été retenu aussi.</numerusform>
            <numerusform>%n autres messages de ce compte ont été retenus aussi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shielded</source>
        <comment>threads on a post that are kept out of sight</comment>
        <translation>
            <numerusform>%n à l’écart</numerusform>
            <numerusform>%n à l’écart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n mot</numerusform>
            <numerusform>%n mots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) put on the list.</source>
        <translation>
            <numerusform>%n mot ajouté à la liste.</numerusform>
            <numerusform>%n mots ajoutés à la liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>A short break would be well earned.</source>
        <translation>Une petite pause serait bien méritée.</translation>
    </message>
    <message>
        <source>A word or a phrase</source>
        <translation>Un mot ou une expression</translation>
    </message>
    <message>
        <source>Accents matter</source>
        <translation>Les accents comptent</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Also inside longer words</source>
        <translation>Aussi dans des mots plus longs</translation>
    </message>
    <message>
        <source>Bring in words</source>
        <translation>Importer des mots</translation>
    </message>
    <message>
        <source>Bring in…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close it again</source>
        <translation>Refermer</translation>
    </message>
    <message>
        <source>Done here. {channel} cannot hide what others write.</source>
        <translation>Terminé ici. {channel} ne permet pas de masquer ce que d’autres écrivent.</translation>
    </message>
    <message numerus="yes">
        <source>Each kept message stays here as it was received for %n days, in case of a report.</source>
        <translation>
            <numerusform>Chaque message à l’écart reste ici tel qu’il a été reçu pendant %n jour, en cas de signalement.</numerusform>
            <numerusform>Chaque message à l’écart reste ici tel qu’il a été reçu pendant %n jours, en cas de signalement.</numerusform>
        </translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Preuves</translation>
    </message>
    <message>
        <source>Evidence of this thread</source>
        <translation>Preuves de ce fil</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>Harassment</source>
        <translation>Harcèlement</translation>
    </message>
    <message>
        <source>Hidden from the public, and done.</source>
        <translation>Masqué au public, et terminé.</translation>
    </message>
    <message>
        <source>Hidden message</source>
        <translation>Message masqué</translation>
    </message>
    <message>
        <source>Hidden, its writer blocked, and done.</source>
        <translation>Masqué, auteur bloqué, et terminé.</translation>
    </message>
    <message>
        <source>Hide</source>
        <comment>from the public, and be done with it</comment>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Hide and block</source>
        <translation>Masquer et bloquer</translation>
    </message>
    <message>
        <source>Insult</source>
        <translation>Insulte</translation>
    </message>
    <message>
        <source>Invisible signs stand between its letters.</source>
        <translation>Des signes invisibles séparent ses lettres.</translation>
    </message>
    <message>
        <source>It asks for a message to a short number.</source>
        <translation>Il demande un message à un numéro court.</translation>
    </message>
    <message>
        <source>It gives a telephone number.</source>
        <translation>Il donne un numéro de téléphone.</translation>
    </message>
    <message>
        <source>It has the code of a web page in it.</source>
        <translation>Il contient du code de page web.</translation>
    </message>
    <message>
        <source>It is mostly links.</source>
        <translation>Il se compose surtout de liens.</translation>
    </message>
    <message>
        <source>It is something else…</source>
        <translation>C’est autre chose…</translation>
    </message>
    <message>
        <source>It leads to another place.</source>
        <translation>Il mène ailleurs.</translation>
    </message>
    <message>
        <source>It matches a word of your own list.</source>
        <translation>Il contient un mot de votre propre liste.</translation>
    </message>
    <message>
        <source>It matches the word list “{kind}, {language}”.</source>
        <translation>Il correspond à la liste «&#x202f;{kind}, {language}&#x202f;».</translation>
    </message>
    <message>
        <source>It names many people at once.</source>
        <translation>Il nomme beaucoup de monde à la fois.</translation>
    </message>
    <message>
        <source>It says the same line again and again.</source>
        <translation>Il répète la même ligne.</translation>
    </message>
    <message>
        <source>It speaks of sums of money.</source>
        <translation>Il parle de sommes d’argent.</translation>
    </message>
    <message>
        <source>It was marked before it came here.</source>
        <translation>Il était marqué avant d’arriver ici.</translation>
    </message>
    <message>
        <source>It would be shown.</source>
        <translation>Il serait montré.</translation>
    </message>
    <message>
        <source>Its words are disguised: gaps, stars, or other signs for letters.</source>
        <translation>Ses mots sont déguisés&#x202f;: espaces, étoiles ou autres signes à la place des lettres.</translation>
    </message>
    <message>
        <source>Judged again from now on.</source>
        <translation>De nouveau jugé désormais.</translation>
    </message>
    <message>
        <source>Keep out of sight: a scam</source>
        <translation>Mettre à l’écart&#x202f;: une arnaque</translation>
    </message>
    <message>
        <source>Keep out of sight: a slur</source>
        <translation>Mettre à l’écart&#x202f;: une injure discriminatoire</translation>
    </message>
    <message>
        <source>Keep out of sight: a threat</source>
        <translation>Mettre à l’écart&#x202f;: une menace</translation>
    </message>
    <message>
        <source>Keep out of sight: an insult</source>
        <translation>Mettre à l’écart&#x202f;: une insulte</translation>
    </message>
    <message>
        <source>Keep out of sight: harassment</source>
        <translation>Mettre à l’écart&#x202f;: du harcèlement</translation>
    </message>
    <message>
        <source>Keep out of sight: sexual talk</source>
        <translation>Mettre à l’écart&#x202f;: des propos sexuels</translation>
    </message>
    <message>
        <source>Keep out of sight: spam</source>
        <translation>Mettre à l’écart&#x202f;: du spam</translation>
    </message>
    <message>
        <source>Kept back today</source>
        <translation>Mis à l’écart aujourd’hui</translation>
    </message>
    <message>
        <source>Kept by a person as a scam.</source>
        <translation>Mis à l’écart par une personne&#x202f;: arnaque.</translation>
    </message>
    <message>
        <source>Kept by a person as a slur.</source>
        <translation>Mis à l’écart par une personne&#x202f;: injure discriminatoire.</translation>
    </message>
    <message>
        <source>Kept by a person as a threat.</source>
        <translation>Mis à l’écart par une personne&#x202f;: menace.</translation>
    </message>
    <message>
        <source>Kept by a person as an insult.</source>
        <translation>Mis à l’écart par une personne&#x202f;: insulte.</translation>
    </message>
    <message>
        <source>Kept by a person as harassment.</source>
        <translation>Mis à l’écart par une personne&#x202f;: harcèlement.</translation>
    </message>
    <message>
        <source>Kept by a person as sexual talk.</source>
        <translation>Mis à l’écart par une personne&#x202f;: propos sexuels.</translation>
    </message>
    <message>
        <source>Kept by a person as spam.</source>
        <translation>Mis à l’écart par une personne&#x202f;: spam.</translation>
    </message>
    <message>
        <source>Kept out of sight.</source>
        <translation>Gardé hors de vue.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Let it through</source>
        <translation>Laisser passer</translation>
    </message>
    <message>
        <source>Let it through, and these words from now on</source>
        <translation>Laisser passer, et ces mots désormais</translation>
    </message>
    <message>
        <source>Let it through, and this person from now on</source>
        <translation>Laisser passer, et cette personne désormais</translation>
    </message>
    <message>
        <source>Let through again</source>
        <translation>Laissés passer</translation>
    </message>
    <message>
        <source>Let through.</source>
        <translation>Laissé passer.</translation>
    </message>
    <message>
        <source>Let through; so is all this person writes.</source>
        <translation>Laissé passer, comme tout ce qu’écrit cette personne.</translation>
    </message>
    <message>
        <source>Let through; these words are no reason any more.</source>
        <translation>Laissé passer&#x202f;; ces mots ne sont plus une raison.</translation>
    </message>
    <message>
        <source>Likely a scam.</source>
        <translation>Sans doute une arnaque.</translation>
    </message>
    <message>
        <source>Likely a slur.</source>
        <translation>Sans doute une injure discriminatoire.</translation>
    </message>
    <message>
        <source>Likely a threat.</source>
        <translation>Sans doute une menace.</translation>
    </message>
    <message>
        <source>Likely an insult.</source>
        <translation>Sans doute une insulte.</translation>
    </message>
    <message>
        <source>Likely harassment.</source>
        <translation>Sans doute du harcèlement.</translation>
    </message>
    <message>
        <source>Likely sexual talk.</source>
        <translation>Sans doute des propos sexuels.</translation>
    </message>
    <message>
        <source>Likely spam.</source>
        <translation>Sans doute du spam.</translation>
    </message>
    <message>
        <source>Line {number} is no entry: {text}. Nothing was changed; mend it and try again.</source>
        <translation>La ligne {number} n’est pas une entrée&#x202f;: {text}. Rien n’a changé&#x202f;; corrigez-la et recommencez.</translation>
    </message>
    <message>
        <source>Marks are piled on its letters.</source>
        <translation>Des signes s’empilent sur ses lettres.</translation>
    </message>
    <message>
        <source>No words of your own yet. The lists that come with SocialDesk work without any.</source>
        <translation>Pas encore de mots à vous. Les listes livrées avec SocialDesk suffisent sans.</translation>
    </message>
    <message>
        <source>Nothing but one letter would be looked for, and nearly every text holds it. Write more.</source>
        <translation>On ne chercherait qu’une seule lettre, et presque tous les textes la contiennent. Écrivez davantage.</translation>
    </message>
    <message>
        <source>Nothing else waits here. A short break would be well earned.</source>
        <translation>Rien d’autre n’attend ici. Une petite pause serait bien méritée.</translation>
    </message>
    <message>
        <source>On your post: {title}</source>
        <translation>Sous votre publication&#x202f;: {title}</translation>
    </message>
    <message>
        <source>Opened by you today</source>
        <translation>Ouverts par vous aujourd’hui</translation>
    </message>
    <message>
        <source>Opened today by colleagues</source>
        <translation>Ouverts aujourd’hui par vos collègues</translation>
    </message>
    <message>
        <source>Put on the list.</source>
        <translation>Ajouté à la liste.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Reported, and done.</source>
        <translation>Signalé, et terminé.</translation>
    </message>
    <message>
        <source>Save the evidence…</source>
        <translation>Enregistrer les preuves…</translation>
    </message>
    <message>
        <source>Scam</source>
        <translation>Arnaque</translation>
    </message>
    <message>
        <source>Sexual</source>
        <translation>Sexuel</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Show it to me</source>
        <translation>Me le montrer</translation>
    </message>
    <message>
        <source>Shown to you</source>
        <translation>Montré à vous</translation>
    </message>
    <message>
        <source>Slur</source>
        <translation>Injure</translation>
    </message>
    <message>
        <source>Somebody of the team kept it out of sight.</source>
        <translation>Quelqu’un de l’équipe l’a mis à l’écart.</translation>
    </message>
    <message>
        <source>Something else for now</source>
        <translation>Autre chose pour l’instant</translation>
    </message>
    <message>
        <source>Something in it stands out.</source>
        <translation>Quelque chose s’y remarque.</translation>
    </message>
    <message>
        <source>Spam</source>
        <translation>Spam</translation>
    </message>
    <message>
        <source>Still kept</source>
        <translation>Toujours à l’écart</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Taken off the list.</source>
        <translation>Retiré de la liste.</translation>
    </message>
    <message>
        <source>The next one goes to {name}.</source>
        <translation>Le prochain ira à {name}.</translation>
    </message>
    <message>
        <source>There is no evidence of this thread: nothing in it was ever kept out of sight.</source>
        <translation>Il n’y a pas de preuves de ce fil&#x202f;: rien n’y a jamais été mis à l’écart.</translation>
    </message>
    <message>
        <source>There is nothing new in {file}.</source>
        <translation>Il n’y a rien de nouveau dans {file}.</translation>
    </message>
    <message>
        <source>These words, always</source>
        <translation>Ces mots, toujours</translation>
    </message>
    <message>
        <source>This person, always</source>
        <translation>Cette personne, toujours</translation>
    </message>
    <message>
        <source>Threat</source>
        <translation>Menace</translation>
    </message>
    <message>
        <source>Try a text</source>
        <translation>Essayer un texte</translation>
    </message>
    <message>
        <source>Try a text: what would become of it?</source>
        <translation>Essayez un texte&#x202f;: que deviendrait-il&#x202f;?</translation>
    </message>
    <message>
        <source>Very likely a scam.</source>
        <translation>Très probablement une arnaque.</translation>
    </message>
    <message>
        <source>Very likely a slur.</source>
        <translation>Très probablement une injure discriminatoire.</translation>
    </message>
    <message>
        <source>Very likely a threat.</source>
        <translation>Très probablement une menace.</translation>
    </message>
    <message>
        <source>Very likely an insult.</source>
        <translation>Très probablement une insulte.</translation>
    </message>
    <message>
        <source>Very likely harassment.</source>
        <translation>Très probablement du harcèlement.</translation>
    </message>
    <message>
        <source>Very likely sexual talk.</source>
        <translation>Très probablement des propos sexuels.</translation>
    </message>
    <message>
        <source>Very likely spam.</source>
        <translation>Très probablement du spam.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c’est</translation>
    </message>
    <message>
        <source>What you see</source>
        <translation>Ce que vous voyez</translation>
    </message>
    <message>
        <source>Where it is wrong</source>
        <translation>Si c’est une erreur</translation>
    </message>
    <message>
        <source>Why it was kept back</source>
        <translation>Pourquoi il a été retenu</translation>
    </message>
    <message>
        <source>Word lists of the shield</source>
        <translation>Listes de mots de la protection</translation>
    </message>
    <message>
        <source>Word lists…</source>
        <translation>Listes de mots…</translation>
    </message>
    <message>
        <source>Write out your words</source>
        <translation>Exporter vos mots</translation>
    </message>
    <message>
        <source>Write out…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>Écrit dans {file}.</translation>
    </message>
    <message>
        <source>Written to {file}. It holds what was kept out of sight, word by word.</source>
        <translation>Écrit dans {file}. Le fichier contient, mot pour mot, ce qui a été mis à l’écart.</translation>
    </message>
    <message>
        <source>You do not need to read this to deal with it.</source>
        <translation>Vous n’avez pas besoin de lire ceci pour vous en occuper.</translation>
    </message>
    <message numerus="yes">
        <source>You have opened %n of these today.</source>
        <translation>
            <numerusform>Vous en avez ouvert %n aujourd’hui.</numerusform>
            <numerusform>Vous en avez ouvert %n aujourd’hui.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your words are looked for beside the lists that come with SocialDesk, in capitals and small letters and in disguise alike. What is there already is judged again.</source>
        <translation>Vos mots sont cherchés en plus des listes livrées avec SocialDesk, en majuscules, en minuscules et sous tout déguisement. Ce qui est déjà là est jugé de nouveau.</translation>
    </message>
    <message>
        <source>Your words, and whom you let through</source>
        <translation>Vos mots, et ceux que vous laissez passer</translation>
    </message>
    <message>
        <source>accents matter</source>
        <translation>les accents comptent</translation>
    </message>
    <message>
        <source>also inside longer words</source>
        <translation>aussi dans des mots plus longs</translation>
    </message>
    <message>
        <source>any language</source>
        <translation>toutes les langues</translation>
    </message>
    <message>
        <source>harassment</source>
        <translation>harcèlement</translation>
    </message>
    <message>
        <source>insults</source>
        <translation>insultes</translation>
    </message>
    <message>
        <source>let through</source>
        <translation>laissé passer</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>aucun lien</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>aucune image</translation>
    </message>
    <message>
        <source>plain text, pictures stay covered</source>
        <translation>texte brut, images cachées</translation>
    </message>
    <message>
        <source>scams</source>
        <translation>arnaques</translation>
    </message>
    <message>
        <source>sexual talk</source>
        <translation>propos sexuels</translation>
    </message>
    <message>
        <source>slurs</source>
        <translation>injures discriminatoires</translation>
    </message>
    <message>
        <source>spam</source>
        <translation>spam</translation>
    </message>
    <message>
        <source>threats</source>
        <translation>menaces</translation>
    </message>
    <message>
        <source>{channel} cannot block anybody from here.</source>
        <translation>{channel} ne permet de bloquer personne d’ici.</translation>
    </message>
    <message>
        <source>{channel} cannot hide what others write: Hide takes it out of your queue only.</source>
        <translation>{channel} ne permet pas de masquer ce que d’autres écrivent&#x202f;: Masquer le retire de votre file seulement.</translation>
    </message>
    <message>
        <source>{channel} takes no reports from here: open it on the platform to report it.</source>
        <translation>{channel} ne prend pas de signalements d’ici&#x202f;: ouvrez-le sur la plateforme pour le signaler.</translation>
    </message>
    <message>
        <source>{file} cannot be read as text. Nothing was changed.</source>
        <translation>{file} ne se lit pas comme du texte. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{file} is too large for a word list. Nothing was changed.</source>
        <translation>{file} est trop grand pour une liste de mots. Rien n’a changé.</translation>
    </message>
    <message>
        <source>{name}  –  let through</source>
        <translation>{name}  –  laissé passer</translation>
    </message>
</context>
<context>
    <name>shifts</name>
    <message>
        <source>Away</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Away until {time}</source>
        <translation>Absent jusqu’à {time}</translation>
    </message>
    <message>
        <source>Ill</source>
        <translation>Malade</translation>
    </message>
    <message>
        <source>In training</source>
        <translation>En formation</translation>
    </message>
    <message>
        <source>Off shift</source>
        <translation>Hors service</translation>
    </message>
    <message>
        <source>Off until {time}</source>
        <translation>Hors service jusqu’à {time}</translation>
    </message>
    <message>
        <source>On holiday</source>
        <translation>En congé</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>What you have stays yours: you have no back-up.</source>
        <translation>Ce que vous avez reste à vous&#x202f;: vous n’avez pas de remplaçant.</translation>
    </message>
    <message>
        <source>You are away.</source>
        <translation>Vous êtes absent.</translation>
    </message>
    <message>
        <source>You are back.</source>
        <translation>Vous êtes de retour.</translation>
    </message>
    <message>
        <source>Your hours cannot be read here</source>
        <translation>Vos horaires sont illisibles ici</translation>
    </message>
    <message>
        <source>away</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>away until {time}</source>
        <translation>absent jusqu’à {time}</translation>
    </message>
    <message>
        <source>hours cannot be read here</source>
        <translation>horaires illisibles ici</translation>
    </message>
    <message>
        <source>off shift</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>off until {time}</source>
        <translation>hors service jusqu’à {time}</translation>
    </message>
    <message>
        <source>on shift</source>
        <translation>en service</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>jusqu’à {time}</translation>
    </message>
    <message>
        <source>{name} answers what waits for you.</source>
        <translation>{name} répond à ce qui vous attend.</translation>
    </message>
    <message>
        <source>{name} is {standing}</source>
        <translation>{name} est {standing}</translation>
    </message>
    <message>
        <source>{what}; due {time}</source>
        <translation>{what}&#x202f;; réponse attendue {time}</translation>
    </message>
</context>
<context>
    <name>standing</name>
    <message>
        <source>Back when they answer</source>
        <translation>Retour à leur réponse</translation>
    </message>
    <message>
        <source>Back {when}</source>
        <translation>Retour {when}</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Priorité haute</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>Priorité basse</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Urgent</translation>
    </message>
</context>
<context>
    <name>tags</name>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n étiquette</numerusform>
            <numerusform>%n étiquettes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s) have it under the new name then.</source>
        <translation>
            <numerusform>%n fil la porte alors sous le nouveau nom.</numerusform>
            <numerusform>%n fils la portent alors sous le nouveau nom.</numerusform>
        </translation>
    </message>
    <message>
        <source>A tag is made by putting it on a thread (T). Here it is put in order for the whole team, everywhere.</source>
        <translation>Une étiquette naît quand on la met sur un fil (T). Ici, on y met de l’ordre pour toute l’équipe, partout.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a tag first.</source>
        <translation>Choisissez d’abord une étiquette.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete “{tag}” everywhere?</source>
        <translation>Supprimer «&#x202f;{tag}&#x202f;» partout&#x202f;?</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Enter or F2 renames or merges one, Delete deletes it.</source>
        <translation>Entrée ou F2 en renomme ou en fusionne une, Suppr la supprime.</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Trouver une étiquette</translation>
    </message>
    <message>
        <source>Give the tag a name.</source>
        <translation>Donnez un nom à l’étiquette.</translation>
    </message>
    <message>
        <source>It is called so now.</source>
        <translation>Elle s’appelle déjà ainsi.</translation>
    </message>
    <message>
        <source>It is still named by {names}. They would ask for it in vain or put it on again. Take it out there, or merge it into another tag: then they follow.</source>
        <translation>Elle est encore nommée par {names}, qui la demanderaient en vain ou la remettraient. Enlevez-la là, ou fusionnez-la avec une autre étiquette&#x202f;: alors ils suivent.</translation>
    </message>
    <message numerus="yes">
        <source>It is taken off %n thread(s); the threads stay. Undo (Z) puts it back.</source>
        <translation>
            <numerusform>Elle est enlevée de&#x202f;%n fil, qui reste. Annuler (Z) la remet.</numerusform>
            <numerusform>Elle est enlevée de&#x202f;%n fils, qui restent. Annuler (Z) la remet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>La garder</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>New name of the tag</source>
        <translation>Nouveau nom de l’étiquette</translation>
    </message>
    <message>
        <source>No tag is called like that.</source>
        <translation>Aucune étiquette ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>No thread has a tag yet. Open one and press T to give it the first.</source>
        <translation>Aucun fil ne porte encore d’étiquette. Ouvrez-en un et appuyez sur T pour lui donner la première.</translation>
    </message>
    <message>
        <source>Other tags; Enter takes the name of one</source>
        <translation>Autres étiquettes&#x202f;; Entrée prend le nom de l’une d’elles</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename or merge a tag</source>
        <translation>Renommer ou fusionner une étiquette</translation>
    </message>
    <message>
        <source>Rename or merge…</source>
        <translation>Renommer ou fusionner…</translation>
    </message>
    <message>
        <source>Rename “{tag}”</source>
        <translation>Renommer «&#x202f;{tag}&#x202f;»</translation>
    </message>
    <message>
        <source>Tags, each with how many threads have it</source>
        <translation>Étiquettes, chacune avec le nombre de fils qui la portent</translation>
    </message>
    <message>
        <source>The tags are being counted.</source>
        <translation>Les étiquettes sont en train d’être comptées.</translation>
    </message>
    <message>
        <source>Views, rules, promises and saved replies that name it follow. To merge two tags, give this one the name of the other.</source>
        <translation>Les vues, règles, engagements et réponses types qui la nomment suivent. Pour fusionner deux étiquettes, donnez à celle-ci le nom de l’autre.</translation>
    </message>
    <message>
        <source>“{other}” is a tag already: {there}. Both become one, and “{tag}” ({here}) is gone.</source>
        <translation>«&#x202f;{other}&#x202f;» est déjà une étiquette&#x202f;: {there}. Les deux n’en font plus qu’une, et «&#x202f;{tag}&#x202f;» ({here}) disparaît.</translation>
    </message>
    <message>
        <source>“{tag}” cannot be deleted yet</source>
        <translation>«&#x202f;{tag}&#x202f;» ne peut pas encore être supprimée</translation>
    </message>
    <message>
        <source>“{tag}” is called “{to}” now.</source>
        <translation>«&#x202f;{tag}&#x202f;» s’appelle maintenant «&#x202f;{to}&#x202f;».</translation>
    </message>
    <message numerus="yes">
        <source>“{tag}” is deleted; %n thread(s) had it.</source>
        <translation>
            <numerusform>«&#x202f;{tag}&#x202f;» est supprimée&#x202f;;&#x202f;%n fil la portait.</numerusform>
            <numerusform>«&#x202f;{tag}&#x202f;» est supprimée&#x202f;;&#x202f;%n fils la portaient.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{tag}” is merged into “{to}”.</source>
        <translation>«&#x202f;{tag}&#x202f;» est fusionnée avec «&#x202f;{to}&#x202f;».</translation>
    </message>
</context>
<context>
    <name>topics</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Livraison</translation>
    </message>
    <message>
        <source>Hours and booking</source>
        <translation>Horaires et réservation</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Paiement</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Remboursement</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technique</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>A view keeps tag:, channel:, kind:, lang: and is:, but no words, names or days. Take those out, or choose a filter (F).</source>
        <translation>Une vue garde les étiquettes, canaux, genres, langues et états (tag, channel, kind, lang, is), mais ni mots, ni noms, ni jours. Retirez-les, ou choisissez un filtre (F).</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Duplicate the view</source>
        <translation>Dupliquer la vue</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Dupliquer…</translation>
    </message>
    <message>
        <source>Edit the filters…</source>
        <translation>Modifier les filtres…</translation>
    </message>
    <message>
        <source>Everything that came in before is here. Other channels go on as usual.</source>
        <translation>Tout ce qui est arrivé avant est ici. Les autres canaux continuent comme d’habitude.</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Donnez un nom à la vue.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>It cannot go further.</source>
        <translation>Elle ne peut pas aller plus loin.</translation>
    </message>
    <message>
        <source>It stands under Views and shows what is in force now.</source>
        <translation>Elle se trouve sous Vues et montre ce qui est actif maintenant.</translation>
    </message>
    <message>
        <source>It stands under Views and shows what the search finds now and later.</source>
        <translation>Elle se trouve sous Vues et montre ce que la recherche trouve, maintenant et plus tard.</translation>
    </message>
    <message>
        <source>Keep it to yourself</source>
        <translation>La garder pour vous</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nom de la vue</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Moi seulement</translation>
    </message>
    <message>
        <source>Only you see {name} now.</source>
        <translation>Vous seul voyez {name} maintenant.</translation>
    </message>
    <message>
        <source>Pause this channel</source>
        <translation>Mettre ce canal en pause</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Renommer la vue</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>Enregistrer comme vue</translation>
    </message>
    <message>
        <source>Settings of this channel…</source>
        <translation>Paramètres de ce canal…</translation>
    </message>
    <message>
        <source>Share with the whole team</source>
        <translation>Partager avec toute l’équipe</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>The view {name} is deleted. Its threads stay.</source>
        <translation>La vue {name} est supprimée. Ses fils restent.</translation>
    </message>
    <message>
        <source>The view {name} is saved.</source>
        <translation>La vue {name} est enregistrée.</translation>
    </message>
    <message>
        <source>The whole team sees {name} now.</source>
        <translation>Toute l’équipe voit {name} maintenant.</translation>
    </message>
    <message>
        <source>There is a view called “{name}” already.</source>
        <translation>Il y a déjà une vue nommée «&#x202f;{name}&#x202f;».</translation>
    </message>
    <message>
        <source>This was not saved: {why}</source>
        <translation>Cela n’a pas été enregistré&#x202f;: {why}</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>What is wrong here?</source>
        <translation>Qu’est-ce qui ne va pas&#x202f;?</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Qui la voit</translation>
    </message>
    <message>
        <source>Whole team</source>
        <translation>Toute l’équipe</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (copie)</translation>
    </message>
    <message>
        <source>{name} goes on.</source>
        <translation>{name} reprend.</translation>
    </message>
    <message>
        <source>{name} has another place.</source>
        <translation>{name} a une autre place.</translation>
    </message>
    <message>
        <source>{name} is paused.</source>
        <translation>{name} est en pause.</translation>
    </message>
    <message>
        <source>{name} shows what is in force now.</source>
        <translation>{name} montre ce qui est actif maintenant.</translation>
    </message>
</context>
<context>
    <name>why</name>
    <message numerus="yes">
        <source>%n follower(s)</source>
        <translation>
            <numerusform>%n abonné</numerusform>
            <numerusform>%n abonnés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n mention J’aime</numerusform>
            <numerusform>%n mentions J’aime</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of others</source>
        <translation>
            <numerusform>%n message d’autres personnes</numerusform>
            <numerusform>%n messages d’autres personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without an answer</source>
        <translation>
            <numerusform>%n message sans réponse</numerusform>
            <numerusform>%n messages sans réponse</numerusform>
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
            <numerusform>%n autre conversation en deux jours</numerusform>
            <numerusform>%n autres conversations en deux jours</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two reasons</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Due {moment}.</source>
        <translation>Échéance&#x202f;: {moment}.</translation>
    </message>
    <message>
        <source>Low priority: nothing moves it up.</source>
        <translation>Priorité basse&#x202f;: rien ne l’avance.</translation>
    </message>
    <message>
        <source>Moved up {span}: {reasons}.</source>
        <translation>Avancé de {span}&#x202f;: {reasons}.</translation>
    </message>
    <message>
        <source>Nothing moves it up.</source>
        <translation>Rien ne l’avance.</translation>
    </message>
    <message>
        <source>Nothing moves what is kept out of sight.</source>
        <translation>Rien n’avance ce qui est masqué par la protection.</translation>
    </message>
    <message>
        <source>The queue goes by due time only.</source>
        <translation>La file suit seulement l’échéance.</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Waiting since {moment}, without a target.</source>
        <translation>Attend depuis {moment}, sans objectif.</translation>
    </message>
    <message>
        <source>about “{topic}”</source>
        <translation>à propos de «&#x202f;{topic}&#x202f;»</translation>
    </message>
    <message>
        <source>asks a question</source>
        <translation>pose une question</translation>
    </message>
    <message>
        <source>complaint words</source>
        <translation>mots de réclamation</translation>
    </message>
    <message>
        <source>has a link</source>
        <translation>contient un lien</translation>
    </message>
    <message>
        <source>has a phone number</source>
        <translation>contient un numéro de téléphone</translation>
    </message>
    <message>
        <source>has an e-mail address</source>
        <translation>contient une adresse e-mail</translation>
    </message>
    <message>
        <source>has an order number</source>
        <translation>contient un numéro de commande</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>priorité haute</translation>
    </message>
    <message>
        <source>in a language nobody here speaks</source>
        <translation>dans une langue que personne ici ne parle</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>urgent</translation>
    </message>
    <message>
        <source>{reason} ({minutes})</source>
        <translation>{reason} ({minutes})</translation>
    </message>
</context>
</TS>
