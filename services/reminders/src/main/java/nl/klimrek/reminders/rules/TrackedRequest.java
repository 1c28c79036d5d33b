package nl.klimrek.reminders.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import nl.klimrek.contracts.reminders.PromptAction;
import nl.klimrek.contracts.reminders.PromptSubject;

/**
 * Something that waits for the current manager.
 *
 * @param request id of the subject
 * @param action the step; of a document from before there were several, to decide a request
 * @param subjectKind kind of the subject
 * @param prompted person ids of the managers who were prompted
 */
public record TrackedRequest(
        String request,
        PromptAction action,
        PromptSubject subjectKind,
        @JsonProperty("asked") List<String> prompted) {

    public TrackedRequest {
        action = action == null ? PromptAction.DECIDE_REQUEST : action;
        subjectKind = subjectKind == null ? PromptSubject.BUDGET_REQUEST : subjectKind;
        prompted = List.copyOf(prompted);
    }

    boolean isAbout(PromptAction asked, String about) {
        return action == asked && request.equals(about);
    }

    TrackedRequest with(String manager) {
        return prompted.contains(manager)
                ? this
                : new TrackedRequest(
                        request,
                        action,
                        subjectKind,
                        Stream.concat(prompted.stream(), Stream.of(manager)).toList());
    }
}
