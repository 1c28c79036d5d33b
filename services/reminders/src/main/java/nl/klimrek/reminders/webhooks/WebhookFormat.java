package nl.klimrek.reminders.webhooks;

/** The form in which a webhook gets its messages. */
public enum WebhookFormat {
    /** Facts for a program. */
    PLAIN,
    /** A card for an incoming webhook of Microsoft Teams. */
    TEAMS,
    /** A message for an incoming webhook of Slack. */
    SLACK
}
