package nl.klimrek.conversations.questions;

/** By what a question is tagged, beside the codes that also travel in events. */
public final class QuestionTags {

    private QuestionTags() {}

    /** The Eigen Regie model (ESF Samen sterk; Vos et al. 2020): know, want, can, dare, may, mirrored by an employer's duty. */
    public enum Factor {
        WETEN(Duty.INFORM),
        WILLEN(Duty.STIMULATE),
        KUNNEN(Duty.HELP),
        DURVEN(Duty.TRUST),
        MOGEN(Duty.FACILITATE);

        private final Duty duty;

        Factor(Duty duty) {
            this.duty = duty;
        }

        /** What the employer owes in return. */
        public Duty duty() {
            return duty;
        }
    }

    /** What mirrors a factor at the employer's side. */
    public enum Duty {
        INFORM,
        STIMULATE,
        HELP,
        TRUST,
        FACILITATE
    }

    /** Career competences (Kuijpers 2003, 2012). */
    public enum Competence {
        MOTIVES,
        QUALITIES,
        WORK_EXPLORATION,
        CAREER_STEERING,
        NETWORKING
    }

    /** The holistic image of a job; the heart is never skipped. */
    public enum Aspect {
        HEAD,
        HANDS,
        MOUTH,
        HEART,
        GUT,
        FEET,
        CONTEXT
    }

    /** How much it leaves open: not everyone is helped by a wide question. */
    public enum Mode {
        OPEN,
        STRUCTURED
    }

    /** Who prepares it. */
    public enum Audience {
        EMPLOYEE,
        COUNTERPART,
        BOTH
    }
}
