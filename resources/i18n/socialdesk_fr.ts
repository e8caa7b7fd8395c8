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
        <source>Nobody in the team has this name.</source>
        <translation>Personne dans l’équipe ne porte ce nom.</translation>
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
    <name>ChoosePage</name>
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
        <source>Connect a channel</source>
        <translation>Connecter un canal</translation>
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
        <source>Everything it needs is allowed.</source>
        <translation>Tout ce qu’il faut est autorisé.</translation>
    </message>
    <message>
        <source>Fill in handle, app password and server.</source>
        <translation>Indiquez l’identifiant, le mot de passe d’application et le serveur.</translation>
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
        <source>Nothing is sent without a person pressing Send.</source>
        <translation>Rien ne part sans que quelqu’un appuie sur Envoyer.</translation>
    </message>
    <message>
        <source>Opening the demo network …</source>
        <translation>Ouverture du réseau de démonstration …</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
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
    <message numerus="yes">
        <source>The messages of the last %n day(s) are coming in.</source>
        <translation>
            <numerusform>Les messages du dernier jour arrivent.</numerusform>
            <numerusform>Les messages des %n derniers jours arrivent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Where do people talk to you?</source>
        <translation>Où vous écrit-on&#x202f;?</translation>
    </message>
    <message>
        <source>You can add more later. Each card says what SocialDesk can read and answer there.</source>
        <translation>Vous pourrez en ajouter d’autres plus tard. Chaque carte dit ce que SocialDesk peut y lire et à quoi il peut y répondre.</translation>
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
        <source>What talks to the networks keeps stopping. It is started again by itself; your answers are kept.</source>
        <translation>La partie qui parle aux réseaux s’arrête sans cesse. Elle redémarre d’elle-même&#x202f;; vos réponses sont conservées.</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Delete a message</source>
        <translation>Supprimer un message</translation>
    </message>
    <message>
        <source>Goes out by itself when the platform can be reached.</source>
        <translation>Part tout seul dès que la plateforme est joignable.</translation>
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
        <source>Like a message</source>
        <translation>Aimer un message</translation>
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
        <source>Waiting for network</source>
        <translation>En attente du réseau</translation>
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
        <source>No network. Answers wait here and leave by themselves when it is back.</source>
        <translation>Pas de réseau. Les réponses attendent ici et partiront toutes seules à son retour.</translation>
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
        <translation>Réglages</translation>
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
        <source>key %1</source>
        <comment>%1: key names</comment>
        <translation>touche %1</translation>
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
        <source>App password</source>
        <translation>Mot de passe d’application</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>How far back the first download goes</source>
        <translation>Jusqu’où remonte le premier chargement</translation>
    </message>
    <message>
        <source>Not the password of the account</source>
        <translation>Pas le mot de passe du compte</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Afficher le mot de passe</translation>
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
    <message>
        <source>https://…</source>
        <translation>https://…</translation>
    </message>
    <message>
        <source>name.bsky.social</source>
        <translation>nom.bsky.social</translation>
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
        <source>A pretend shop with 240 messages in English and French. No account, no network, nothing leaves this computer.</source>
        <translation>Une boutique fictive avec 240 messages en anglais et en français. Sans compte, sans réseau&#x202f;: rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Bring in what people write to you. About three minutes each.</source>
        <translation>Faites venir ce qu’on vous écrit. Trois minutes environ par canal.</translation>
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
</context>
<context>
    <name>acts</name>
    <message>
        <source>Apply new order</source>
        <translation>Appliquer le nouvel ordre</translation>
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
        <source>Back</source>
        <translation>Retour</translation>
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
        <source>Delete the saved reply</source>
        <translation>Supprimer la réponse type</translation>
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
        <source>Export saved replies…</source>
        <translation>Exporter les réponses types…</translation>
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
        <source>Go to Outbox</source>
        <translation>Aller à la boîte d’envoi</translation>
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
        <source>Import saved replies…</source>
        <translation>Importer des réponses types…</translation>
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
        <source>It is done already.</source>
        <translation>Ce fil est déjà terminé.</translation>
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
        <source>Light or dark</source>
        <translation>Clair ou sombre</translation>
    </message>
    <message>
        <source>Like the message</source>
        <translation>Aimer le message</translation>
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
        <source>Open a thread first.</source>
        <translation>Ouvrez d’abord un fil.</translation>
    </message>
    <message>
        <source>Open the saved replies first.</source>
        <translation>Ouvrez d’abord les réponses types.</translation>
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
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Rename the folder of saved replies</source>
        <translation>Renommer le dossier de réponses types</translation>
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
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send and done</source>
        <translation>Envoyer et terminer</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
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
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Plus tard…</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Étiqueter…</translation>
    </message>
    <message>
        <source>Take next unassigned</source>
        <translation>Prendre le prochain fil non confié</translation>
    </message>
    <message>
        <source>Text size as designed</source>
        <translation>Taille de texte d’origine</translation>
    </message>
    <message>
        <source>There is no address for it.</source>
        <translation>Il n’a pas d’adresse.</translation>
    </message>
    <message>
        <source>This network takes no likes here.</source>
        <translation>Ce réseau n’accepte pas de j’aime ici.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
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
        <source>Write down all that is held about this contact…</source>
        <translation>Exporter tout ce qui est conservé sur ce contact…</translation>
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
        <source>A field in braces is not filled.</source>
        <translation>Un champ entre accolades n’est pas rempli.</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Answer to {name}</source>
        <translation>Réponse à {name}</translation>
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
        <source>Each part leaves once the one before it is there. Undo takes all of them back.</source>
        <translation>Chaque partie part quand la précédente est arrivée. Annuler les reprend toutes.</translation>
    </message>
    <message numerus="yes">
        <source>Fill %n blank(s)</source>
        <translation>
            <numerusform>Compléter %n champ</numerusform>
            <numerusform>Compléter %n champs</numerusform>
        </translation>
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
        <source>Public reply</source>
        <translation>Réponse publique</translation>
    </message>
    <message>
        <source>Public, as {handle}</source>
        <translation>Public, en tant que {handle}</translation>
    </message>
    <message>
        <source>Read and send</source>
        <translation>Lire et envoyer</translation>
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
        <source>Send now, without the time to undo</source>
        <translation>Envoyer maintenant, sans délai d’annulation</translation>
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
        <source>The parts</source>
        <translation>Les parties</translation>
    </message>
    <message>
        <source>This can&apos;t be split</source>
        <translation>Impossible de le couper</translation>
    </message>
    <message>
        <source>Write to {name}, or / for a saved reply</source>
        <translation>Écrire à {name}, ou / pour une réponse type</translation>
    </message>
    <message>
        <source>as {handle}</source>
        <comment>who answers: as @brand</comment>
        <translation>en tant que {handle}</translation>
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
    <message>
        <source>{channel} takes answers for {hours} h only, and that time is over.</source>
        <translation>{channel} n’accepte de réponse que pendant {hours} h, et ce temps est écoulé.</translation>
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
        <source>{counter}, {over} too many</source>
        <translation>{counter}, {over} de trop</translation>
    </message>
    <message>
        <source>{length} / {limit}</source>
        <translation>{length} / {limit}</translation>
    </message>
    <message>
        <source>{name} answered meanwhile. Read it, then send.</source>
        <translation>{name} a répondu entre-temps. Lisez, puis envoyez.</translation>
    </message>
    <message>
        <source>{name} wrote again. Read it, then send.</source>
        <translation>{name} a réécrit. Lisez, puis envoyez.</translation>
    </message>
</context>
<context>
    <name>context</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n commande</numerusform>
            <numerusform>%n commandes</numerusform>
        </translation>
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
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Answered in {span}</source>
        <translation>Répondu en {span}</translation>
    </message>
    <message>
        <source>Asked {moment}</source>
        <translation>Reçu {moment}</translation>
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
        <source>Followers</source>
        <translation>Abonnés</translation>
    </message>
    <message>
        <source>Hidden message</source>
        <translation>Message masqué</translation>
    </message>
    <message>
        <source>Remove the tag {tag}</source>
        <translation>Retirer l’étiquette {tag}</translation>
    </message>
    <message>
        <source>Saved replies that fit</source>
        <translation>Réponses types qui conviennent</translation>
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
        <source>Time to reply</source>
        <translation>Délai de réponse</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>Waiting on contact</source>
        <translation>En attente du contact</translation>
    </message>
    <message>
        <source>Without words</source>
        <translation>Sans texte</translation>
    </message>
    <message>
        <source>Writes in</source>
        <translation>Écrit en</translation>
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
</context>
<context>
    <name>conversation</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <comment>what was done in the team</comment>
        <translation>
            <numerusform>%n événement</numerusform>
            <numerusform>%n événements</numerusform>
        </translation>
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
        <source>Cancel</source>
        <translation>Annuler</translation>
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
        <source>Done</source>
        <comment>the button that ends a thread</comment>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Goes out now</source>
        <translation>Part maintenant</translation>
    </message>
    <message>
        <source>Hidden message</source>
        <translation>Message masqué</translation>
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
        <source>It looks like {shown}, but its letters are others.</source>
        <translation>Cela ressemble à {shown}, mais les lettres sont différentes.</translation>
    </message>
    <message>
        <source>Keep as note</source>
        <translation>Garder en note</translation>
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
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Loading older</source>
        <translation>Chargement des plus anciens</translation>
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
        <source>No web address</source>
        <translation>Pas d’adresse web</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Not sent: something new came in while you wrote.</source>
        <translation>Pas envoyé&#x202f;: du nouveau est arrivé pendant que vous écriviez.</translation>
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
        <source>Post: {title}</source>
        <translation>Publication&#x202f;: {title}</translation>
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
        <source>Seen</source>
        <translation>Vu</translation>
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
        <source>Take the like back</source>
        <translation>Retirer le j’aime</translation>
    </message>
    <message>
        <source>The full address</source>
        <translation>L’adresse complète</translation>
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
        <source>This network does not pass on what was sent here.</source>
        <translation>Ce réseau ne transmet pas ce qui a été envoyé ici.</translation>
    </message>
    <message>
        <source>This picture is not here any more. Close it and press Show again.</source>
        <translation>Cette image n’est plus ici. Fermez-la et appuyez de nouveau sur Afficher.</translation>
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
        <source>could not be loaded</source>
        <translation>n’a pas pu être chargée</translation>
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
        <source>liked</source>
        <translation>aimé</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>chargement</translation>
    </message>
    <message>
        <source>no longer on the network</source>
        <translation>n’est plus sur le réseau</translation>
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
        <source>{channel} allows more at {time}. It goes out by itself.</source>
        <translation>{channel} en acceptera d’autres à {time}. Le message partira tout seul.</translation>
    </message>
    <message>
        <source>{channel} comment</source>
        <translation>Commentaire {channel}</translation>
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
        <source>{channel} wants a new sign-in. Your answer is kept.</source>
        <translation>{channel} demande une nouvelle connexion. Votre réponse est conservée.</translation>
    </message>
    <message>
        <source>{number} of {all} · {alt}</source>
        <translation>{number} sur {all} · {alt}</translation>
    </message>
    <message>
        <source>{stars} of 5 stars.</source>
        <translation>{stars} étoiles sur 5.</translation>
    </message>
    <message>
        <source>{who} added the tag {detail}</source>
        <translation>{who}&#x202f;: étiquette {detail} ajoutée</translation>
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
        <source>{who} let an answer go</source>
        <translation>{who}&#x202f;: réponse libérée</translation>
    </message>
    <message>
        <source>{who} let this person in again</source>
        <translation>{who} a débloqué cette personne</translation>
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
        <source>Delete</source>
        <translation>Supprimer</translation>
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
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>For whom it is cannot be read: {detail}. Write team, me or channel.</source>
        <translation>Impossible de lire pour qui elle est&#x202f;: {detail}. Écrivez team, me ou channel.</translation>
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
        <source>Language of the text</source>
        <translation>Langue du texte</translation>
    </message>
    <message>
        <source>Line {detail} of {file} cannot be read: a quote is not closed, or a cell is huge.</source>
        <translation>La ligne {detail} de {file} est illisible&#x202f;: un guillemet n’est pas fermé, ou une cellule est énorme.</translation>
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
        <source>None; Delivery/Express makes one inside another</source>
        <translation>Aucun&#x202f;; Livraison/Express en met un dans un autre</translation>
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
        <source>Saved replies</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Search saved replies</source>
        <translation>Chercher dans les réponses types</translation>
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
        <source>Text in {language}</source>
        <translation>Texte en {language}</translation>
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
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message numerus="yes">
        <source>Used %n time(s)</source>
        <translation>
            <numerusform>Utilisée une fois</numerusform>
            <numerusform>Utilisée %n fois</numerusform>
        </translation>
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
        <source>What to say. {first name} is filled from the thread; any other {word} is a blank to fill.</source>
        <translation>Ce qu’il faut dire. {first name} vient du fil&#x202f;; tout autre {word} reste à remplir.</translation>
    </message>
    <message>
        <source>Whole team</source>
        <translation>Toute l’équipe</translation>
    </message>
    <message>
        <source>Words it is found by, with commas between</source>
        <translation>Des mots pour la trouver, séparés par des virgules</translation>
    </message>
    <message>
        <source>Write the day of review like 2027-01-31.</source>
        <translation>Écrivez le jour de relecture ainsi&#x202f;: 2027-01-31.</translation>
    </message>
    <message>
        <source>express</source>
        <translation>express</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>Impossible de lire {file}&#x202f;: {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}. Choose another place.</source>
        <translation>Impossible d’écrire {file}&#x202f;: {why}. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>{file} has no column called text. Its columns are: {detail}</source>
        <translation>{file} n’a pas de colonne «&#x202f;text&#x202f;». Ses colonnes&#x202f;: {detail}</translation>
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
        <source>{file} is too large: at most 20,000 rows and 20 MB. Split it.</source>
        <translation>{file} est trop grand&#x202f;: 20&#x202f;000 lignes et 20&#x202f;Mo au plus. Divisez-le.</translation>
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
        <source>{times}, last on {day}</source>
        <translation>{times}, la dernière fois le {day}</translation>
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
    <name>queue</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n trouvé</numerusform>
            <numerusform>%n trouvés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>threads that wait above the list</comment>
        <translation>
            <numerusform>%n nouveau</numerusform>
            <numerusform>%n nouveaux</numerusform>
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
    <message>
        <source>Answered in {span}</source>
        <translation>Répondu en {span}</translation>
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
        <source>Likely abusive. Kept out of sight.</source>
        <translation>Sans doute injurieux. Gardé hors de vue.</translation>
    </message>
    <message>
        <source>Likely spam. Kept out of sight.</source>
        <translation>Sans doute indésirable. Gardé hors de vue.</translation>
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
    <message>
        <source>Nothing matches “{words}”.</source>
        <translation>Rien ne correspond à «&#x202f;{words}&#x202f;».</translation>
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
        <source>Open</source>
        <translation>Ouverts</translation>
    </message>
    <message>
        <source>Operators: from: channel: tag: lang: kind: is: has: before: after: and a minus to leave out</source>
        <translation>Opérateurs&#x202f;: from: channel: tag: lang: kind: is: has: before: after: et un moins pour exclure</translation>
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
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search everything, or from: tag: is:</source>
        <translation>Tout rechercher, ou from: tag: is:</translation>
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
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>You:</source>
        <translation>Vous&#x202f;:</translation>
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
        <source>On shift until {time}</source>
        <translation>En service jusqu’à {time}</translation>
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
        <translation>Chercher ou aller à</translation>
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
        <translation>En attente du contact</translation>
    </message>
    <message>
        <source>Whole team</source>
        <translation>Toute l’équipe</translation>
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
    <message>
        <source>/{shortcut}, {title}, in {languages}</source>
        <translation>/{shortcut}, {title}, en {languages}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
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
        <source>Nothing fits “{typed}”.</source>
        <translation>Rien ne correspond à «&#x202f;{typed}&#x202f;».</translation>
    </message>
    <message>
        <source>Saved replies</source>
        <translation>Réponses types</translation>
    </message>
    <message>
        <source>Saved replies that fit</source>
        <translation>Réponses types qui conviennent</translation>
    </message>
    <message>
        <source>There are no saved replies yet.</source>
        <translation>Il n’y a pas encore de réponse type.</translation>
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
    <name>settings</name>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>All text and rows grow with it.</source>
        <translation>Tous les textes et toutes les lignes grandissent avec elle.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
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
        <source>Compact rows show about four threads where three were.</source>
        <translation>Les lignes compactes montrent environ quatre fils au lieu de trois.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>It changes at once. What people write stays in their language.</source>
        <translation>Elle change aussitôt. Ce que les gens écrivent reste dans leur langue.</translation>
    </message>
    <message>
        <source>It is made darker or lighter until text in it can be read well.</source>
        <translation>Elle est assombrie ou éclaircie jusqu’à ce qu’un texte de cette couleur se lise bien.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
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
        <source>Light</source>
        <translation>Clair</translation>
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
        <source>No setting fits “{typed}”. Esc shows all of them again.</source>
        <translation>Aucun paramètre ne correspond à «&#x202f;{typed}&#x202f;». Échap les montre tous à nouveau.</translation>
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
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Quiet hours and shift</source>
        <translation>Heures calmes et service</translation>
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
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Things move a little</source>
        <translation>Les éléments bougent un peu</translation>
    </message>
    <message>
        <source>This can only be on or off.</source>
        <translation>Ce réglage est soit activé, soit désactivé.</translation>
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
        <source>Write a time as hours and minutes, such as 09:00 or 17:30.</source>
        <translation>Écrivez une heure et des minutes, comme 9h05 ou 17h30.</translation>
    </message>
    <message>
        <source>Write a whole number from {least} to {most}.</source>
        <translation>Écrivez un nombre entier de {least} à {most}.</translation>
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
        <source>All clear</source>
        <translation>Tout est à jour</translation>
    </message>
    <message>
        <source>All that is held about {name}</source>
        <translation>Tout ce qui est conservé sur {name}</translation>
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
        <source>How shall your workspace be kept?</source>
        <translation>Comment protéger votre espace de travail&#x202f;?</translation>
    </message>
    <message>
        <source>If the keyring was exchanged or made anew, put its old copy back, then try again. If the key is gone for good, nobody can read these files: rename the folder, start SocialDesk anew and connect your channels again. Messages are read again; notes, drafts and tags are lost.</source>
        <translation>Si le trousseau a été remplacé ou recréé, remettez l’ancienne copie, puis réessayez. Si la clé est définitivement perdue, personne ne peut lire ces fichiers&#x202f;: renommez le dossier, relancez SocialDesk et reconnectez vos canaux. Les messages seront relus&#x202f;; notes, brouillons et étiquettes sont perdus.</translation>
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
        <source>Like taken back.</source>
        <translation>J’aime retiré.</translation>
    </message>
    <message>
        <source>Liked.</source>
        <translation>Message aimé.</translation>
    </message>
    <message>
        <source>Make the workspace</source>
        <translation>Créer l’espace de travail</translation>
    </message>
    <message>
        <source>Nobody can recover it: without the passphrase all that is in this workspace is lost. Write it down where only you find it.</source>
        <translation>Personne ne peut la retrouver&#x202f;: sans la phrase secrète, tout le contenu de cet espace est perdu. Notez-la là où vous seul la trouverez.</translation>
    </message>
    <message>
        <source>Nobody&apos;s queue is empty.</source>
        <translation>Aucun fil n’attend d’être pris.</translation>
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
        <source>Nothing is connected yet</source>
        <translation>Rien n’est encore connecté</translation>
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
        <source>Open a thread first.</source>
        <translation>Ouvrez d’abord un fil.</translation>
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
        <source>Read direct messages and answer them</source>
        <translation>Lire les messages privés et y répondre</translation>
    </message>
    <message>
        <source>Rebuilding</source>
        <translation>Reconstruction</translation>
    </message>
    <message>
        <source>Set aside and rebuild</source>
        <translation>Mettre de côté et reconstruire</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>SocialDesk can set it aside and make a new one of everything that can be read: notes, drafts, answers, tags and messages. Your channels stay signed in and are read again. Nothing is deleted.</source>
        <translation>SocialDesk peut le mettre de côté et en refaire un avec tout ce qui est lisible&#x202f;: notes, brouillons, réponses, étiquettes et messages. Vos canaux restent connectés et seront relus. Rien n’est supprimé.</translation>
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
        <source>Taken back.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>That could not be written to the disk. Free some space and try again.</source>
        <translation>Impossible d’écrire sur le disque. Libérez de la place et réessayez.</translation>
    </message>
    <message>
        <source>The key of this workspace is missing</source>
        <translation>La clé de cet espace est introuvable</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>La même, encore une fois</translation>
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
        <source>This computer has no keyring and this workspace is plain files: no password is stored there.</source>
        <translation>Cet ordinateur n’a pas de trousseau et cet espace est en fichiers non chiffrés&#x202f;: aucun mot de passe n’y est enregistré.</translation>
    </message>
    <message>
        <source>This computer has no keyring that could keep its key. With a passphrase everything on this disk is encrypted, and you type it whenever SocialDesk starts. Nothing has been made yet.</source>
        <translation>Cet ordinateur n’a pas de trousseau pour garder la clé. Avec une phrase secrète, tout est chiffré sur ce disque, et vous la tapez à chaque démarrage de SocialDesk. Rien n’a encore été créé.</translation>
    </message>
    <message>
        <source>This takes a few minutes for a large workspace. You can close the window: it is safe to stop.</source>
        <translation>Cela prend quelques minutes pour un grand espace. Vous pouvez fermer la fenêtre&#x202f;: on peut s’arrêter sans risque.</translation>
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
        <source>Undo with Z.</source>
        <translation>Z pour annuler.</translation>
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
        <source>Weak: easily guessed</source>
        <translation>Faible&#x202f;: facile à deviner</translation>
    </message>
    <message>
        <source>Whoever can read this disk, or a copy of it, can then read every message, note and draft. Sign-ins are not written to the disk: you sign in again after each start.</source>
        <translation>Quiconque peut lire ce disque, ou une copie, pourra alors lire chaque message, note et brouillon. Les accès ne sont pas écrits sur le disque&#x202f;: vous vous reconnectez à chaque démarrage.</translation>
    </message>
    <message>
        <source>Written to {file}. It holds private messages: give it to nobody else.</source>
        <translation>Enregistré dans {file}. Ce fichier contient des messages privés&#x202f;: ne le donnez à personne d’autre.</translation>
    </message>
    <message>
        <source>Your keyring does not open</source>
        <translation>Votre trousseau ne s’ouvre pas</translation>
    </message>
    <message>
        <source>assign to {name}</source>
        <translation>confier à {name}</translation>
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
        <source>put on</source>
        <translation>ajouter</translation>
    </message>
    <message>
        <source>take off</source>
        <translation>retirer</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>Impossible d’écrire {file}&#x202f;: {why}.</translation>
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
        <source>{name} is done.</source>
        <translation>{name}&#x202f;: terminé.</translation>
    </message>
    <message>
        <source>{name} is kept under a passphrase.</source>
        <translation>{name} est protégé par une phrase secrète.</translation>
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
        <source>{tag} taken off.</source>
        <translation>Étiquette {tag} retirée.</translation>
    </message>
</context>
</TS>
