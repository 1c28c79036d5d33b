package nl.klimrek.journal.proof;

/** Why a proof does not hold. */
public enum ProofFault {
    /** The text is not in the form of a proof. */
    NOT_A_PROOF("it is not in the form of a proof"),
    /** The extra data do not describe a step. */
    NO_STEP("it does not say which step it proves"),
    /** The checkpoint is unreadable, or signed by none of the accepted keys. */
    NOT_SIGNED("none of the accepted keys signed its checkpoint"),
    /** The checkpoint is of another organisation's journal. */
    OTHER_JOURNAL("its checkpoint is of another journal"),
    /** The step has another place than the proof. */
    OUT_OF_PLACE("the step belongs elsewhere in the journal"),
    /** The data do not match their digest, or the hash does not follow from the step. */
    STEP_CHANGED("the step is not as it was journalled"),
    /** The hashes do not lead from the step to the signed root. */
    NOT_INCLUDED("the signed journal does not have this step"),
    /** No commitment of the step is one to this text. */
    OTHER_TEXT("the step does not commit to this text"),
    /** The earlier checkpoint is not the one that the proof begins with. */
    OTHER_BEGIN("it begins at another checkpoint than the earlier one"),
    /** The hashes do not lead from the earlier to the later root. */
    NOT_CONTINUED("the later journal does not continue the earlier one");

    private final String sentence;

    ProofFault(String sentence) {
        this.sentence = sentence;
    }

    /** The fault as the second half of an English sentence. */
    public String sentence() {
        return sentence;
    }
}
