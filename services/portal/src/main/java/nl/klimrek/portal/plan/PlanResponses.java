package nl.klimrek.portal.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Responses of pop-forms to the owner of a plan. */
final class PlanResponses {
    private PlanResponses() {}

    record Plan(
            String pop,
            Agreement agreement,
            Map<String, String> portrait,
            List<Goal> goals,
            Mix mix,
            int rhythmWeeks,
            Advice advice) {
        Plan {
            portrait = portrait == null ? Map.of() : portrait;
            goals = list(goals);
            advice = advice == null ? new Advice(List.of(), List.of()) : advice;
        }
    }

    record Agreement(
            int version, String state, boolean confirmedByEmployee, String confirmedByManager, List<Agreed> agreed) {
        Agreement {
            agreed = list(agreed);
        }
    }

    record Agreed(int version, String manager, Instant at) {}

    record Goal(
            String id,
            boolean keptPrivate,
            String state,
            String title,
            String why,
            String howMeasured,
            String supportFrom,
            String horizon,
            String purpose,
            String origin,
            String direction,
            LocalDate targetDate,
            String conversation,
            List<Evaluation> evaluations,
            List<Activity> activities,
            List<Evidence> evidence,
            List<Milestone> milestones,
            Stall stall,
            String droppedBecause,
            LocalDate achievedOn,
            List<Skill> skills) {
        Goal {
            skills = list(skills);
            evaluations = list(evaluations);
            activities = list(activities);
            evidence = list(evidence);
            milestones = list(milestones);
        }

        boolean open() {
            return !"ACHIEVED".equals(state) && !"DROPPED".equals(state);
        }
    }

    record Skill(String scheme, String code, String version, String label) {}

    record Evaluation(LocalDate on, String text) {}

    record Activity(
            String id,
            String title,
            String form,
            String setting,
            String mode,
            int effortMinutes,
            Long costCents,
            LocalDate startsOn,
            LocalDate endsOn,
            LocalDate applyBy,
            LocalDate completedOn,
            String experience,
            String insight,
            String nextTry,
            LocalDate droppedOn,
            Boolean used,
            LocalDate usedOn,
            String usedNote) {}

    record Milestone(String id, String text, LocalDate reachedOn) {}

    /** A goal that somebody proposes. */
    record Proposal(
            String id,
            String proposer,
            String origin,
            String title,
            String why,
            String howMeasured,
            String supportFrom,
            LocalDate targetDate,
            String direction,
            LocalDate proposedOn) {}

    record Evidence(String id, String kind, String validation, String text, String link, LocalDate expiresOn) {}

    record Stall(List<String> barriers, String blockedFactor, LocalDate since) {
        Stall {
            barriers = list(barriers);
        }
    }

    record Mix(long doingMinutes, long othersMinutes, long coursesMinutes) {
        long total() {
            return doingMinutes + othersMinutes + coursesMinutes;
        }
    }

    record Advice(List<Nudge> nudges, List<Sideways> sideways) {
        Advice {
            nudges = list(nudges);
            sideways = list(sideways);
        }
    }

    record Nudge(String code, String goal, String text) {}

    record Sideways(String goal, String mode, String text) {}

    /** The questions of the form, in the reader's language. */
    record Template(List<Part> sections) {
        Template {
            sections = list(sections);
        }

        List<Question> questions(String section) {
            return sections.stream()
                    .filter(part -> part.code().equals(section))
                    .flatMap(part -> part.questions().stream())
                    .toList();
        }
    }

    record Part(String code, List<Question> questions) {
        Part {
            questions = list(questions);
        }
    }

    record Question(String code, String text) {}

    private static <T> List<T> list(List<T> some) {
        return some == null ? List.of() : some;
    }
}
