package nl.klimrek.portal.conversations;

import java.time.LocalDate;

/** An agreement still to be kept; {@code text} is absent where the reader may not read it. */
record OpenAgreementResponse(
        String conversation, String with, String id, String text, String owner, LocalDate dueDate) {}
