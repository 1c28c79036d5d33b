package nl.klimrek.portal.feedback;

import java.time.LocalDate;

/** A feedback request in a list, as the conversations service answers it; without texts. */
record FeedbackListItem(String id, String employee, String colleague, String kind, LocalDate dueDate, String status) {}
