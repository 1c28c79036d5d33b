package nl.klimrek.portal.feedback;

import java.time.LocalDate;

/** A request for feedback in a list, as the conversations service tells it: facts only. */
record FeedbackListItem(String id, String employee, String colleague, String kind, LocalDate dueDate, String status) {}
