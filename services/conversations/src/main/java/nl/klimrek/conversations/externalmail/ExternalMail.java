package nl.klimrek.conversations.externalmail;

/**
 * A message to an external coach. It says who, and never what a conversation holds.
 *
 * @param to plain mail address
 * @param language language of the text
 */
record ExternalMail(String to, String language, String subject, String text, String html) {

    /** Says nothing of the message: it holds a link. */
    @Override
    public String toString() {
        return "ExternalMail";
    }
}
