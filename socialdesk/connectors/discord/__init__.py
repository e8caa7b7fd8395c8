"""Discord: what is said to a bot in its servers, in the channels that were chosen, and in chats with it."""
