package nl.klimrek.conversations.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.klimrek.contracts.conversations.CoachAppointed;
import nl.klimrek.contracts.conversations.CoachEndReason;
import nl.klimrek.contracts.conversations.CoachEnded;
import nl.klimrek.contracts.conversations.CoachKind;
import nl.klimrek.contracts.conversations.CoachProfileChanged;
import nl.klimrek.contracts.conversations.CoachSkill;
import nl.klimrek.contracts.people.Weekday;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

/** An appointment as a coach, and what it allows. */
class CoachTest {

    private static final CoachProfile PROFILE = new CoachProfile(
            List.of(CoachSkill.NEXT_STEP, CoachSkill.STRENGTHS, CoachSkill.NEXT_STEP),
            List.of("nl", "en", "nl"),
            List.of(Weekday.THU, Weekday.TUE));

    @Test
    void an_appointment_is_one_event_however_often_it_is_made() {
        Decision<Coach> first = Coach.first("coco", CoachKind.CAREER_COACH);
        assertThat(events(first)).containsExactly(new CoachAppointed("coco", CoachKind.CAREER_COACH));
        assertThat(state(first).appoint(CoachKind.CAREER_COACH)).isEqualTo(Decision.unchanged());
        assertThat(events(state(first).appoint(CoachKind.TRAINING_ADVISER)))
                .containsExactly(new CoachAppointed("coco", CoachKind.TRAINING_ADVISER));
    }

    @Test
    void a_profile_holds_each_code_once_in_the_same_order_and_the_same_one_is_no_change() {
        Decision<Coach> described = coach().describe(PROFILE);
        assertThat(events(described))
                .containsExactly(new CoachProfileChanged(
                        "coco",
                        List.of(CoachSkill.STRENGTHS, CoachSkill.NEXT_STEP),
                        List.of("en", "nl"),
                        List.of(Weekday.TUE, Weekday.THU)));
        assertThat(state(described).describe(PROFILE)).isEqualTo(Decision.unchanged());
    }

    @Test
    void who_is_no_coach_any_more_has_no_profile_to_change_and_has_it_back_with_the_next_appointment() {
        Coach ended = state(state(coach().describe(PROFILE)).end(CoachEndReason.ENDED_BY_HR));
        assertThat(ended.describe(CoachProfile.EMPTY)).isEqualTo(Decision.refuse("coach-unknown"));
        assertThat(state(ended.appoint(CoachKind.CAREER_COACH)).profile()).isEqualTo(PROFILE);
    }

    @Test
    void an_appointment_ends_once_and_the_event_says_why() {
        Decision<Coach> ended = coach().end(CoachEndReason.LEFT);
        assertThat(events(ended)).containsExactly(new CoachEnded("coco", CoachEndReason.LEFT));
        assertThat(state(ended).end(CoachEndReason.ENDED_BY_HR)).isEqualTo(Decision.unchanged());
    }

    private static Coach coach() {
        return state(Coach.first("coco", CoachKind.CAREER_COACH));
    }

    private static Coach state(Decision<Coach> decision) {
        return ((Decision.Accepted<Coach>) decision).state();
    }

    private static List<Record> events(Decision<Coach> decision) {
        return List.copyOf(((Decision.Accepted<Coach>) decision).events());
    }
}
