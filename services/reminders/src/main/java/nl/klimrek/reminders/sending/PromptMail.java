package nl.klimrek.reminders.sending;

/**
 * An e-mail about a prompt. It says which step to take, why and where, and never what the subject holds.
 *
 * @param to e-mail address
 * @param language language of the text
 * @param text plain text
 * @param html the same text as HTML
 */
record PromptMail(String to, String language, String subject, String text, String html) {}
