package nl.klimrek.reminders.sending;

/**
 * A message as it is sent: that there is something, why it is asked, and where; never what.
 *
 * @param to address
 * @param language language of the text
 * @param subject subject line
 * @param text plain text
 * @param html the same as HTML
 */
record PromptMail(String to, String language, String subject, String text, String html) {}
