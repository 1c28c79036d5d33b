package nl.klimrek.contracts.popforms;

/** What somebody does to learn. */
public enum ActivityMode {
    COURSE,
    E_LEARNING,
    MICRO_LEARNING,
    ON_THE_JOB,
    JOB_ROTATION,
    SHADOWING,
    INTERNSHIP,
    PROJECT,
    COACHING,
    MENTORING,
    REVERSE_MENTORING,
    PEER_REVIEW,
    COMMUNITY,
    CROSS_TRAINING,
    EXPERIMENT,
    JOB_CRAFTING,
    CERTIFICATE,
    RECOGNITION_OF_PRIOR_LEARNING,
    OTHER
}
