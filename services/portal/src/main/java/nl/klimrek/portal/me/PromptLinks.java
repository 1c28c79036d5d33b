package nl.klimrek.portal.me;

import nl.klimrek.contracts.reminders.PromptAction;

/** The page on which the step of a prompt is taken, for subjects that the first page does not read. */
final class PromptLinks {
    private static final String PLAN_ID = "pop-";

    private PromptLinks() {}

    static String of(PromptResponse prompt, String reader) {
        return switch (prompt.subjectKind()) {
            case FEEDBACK -> "/conversations/feedback/" + prompt.about();
            case HANDOVER -> "/conversations/handovers/" + prompt.about();
            case TEAM_DIALOGUE ->
                prompt.action() == PromptAction.INVITE_TEAM
                        ? "/team/dialogues/" + prompt.about()
                        : "/conversations/team/" + prompt.about();
            case CYCLE -> prompt.action() == PromptAction.SEE_LOAD ? "/team/load" : "/team";
            case GOAL -> prompt.action() == PromptAction.MAKE_ROOM ? "/team" : "/plan/goals/" + prompt.about();
            case ACTIVITY, EVIDENCE -> "/plan";
            case PLAN -> plan(prompt.about(), reader);
            case BUDGET -> "/budgets";
            case COACHES -> "/coaches";
            case COACH -> "/coaches/profile";
            case WEBHOOK -> "/hr/webhooks";
            case EXTERNAL_COACH -> "/coaches/external";
            case GOAL_PROPOSAL ->
                prompt.action() == PromptAction.SEE_PROPOSAL_ANSWER ? "/team/" + prompt.about() + "/goal" : "/plan";
            case CONVERSATION, AGREEMENT, BUDGET_REQUEST ->
                throw new IllegalArgumentException("The first page itself knows " + prompt.subjectKind());
        };
    }

    /** The reader's own plan, or that of a report, whose person id is in the id of the plan. */
    private static String plan(String plan, String reader) {
        return !plan.startsWith(PLAN_ID) || plan.equals(PLAN_ID + reader)
                ? "/plan"
                : "/team/" + plan.substring(PLAN_ID.length()) + "/plan";
    }
}
