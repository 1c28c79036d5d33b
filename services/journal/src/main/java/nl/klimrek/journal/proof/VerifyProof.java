package nl.klimrek.journal.proof;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.klimrek.journal.chain.ChainEntry;
import nl.klimrek.journal.export.NothingToVerifyException;
import nl.klimrek.journal.export.PolicyFile;
import nl.klimrek.journal.export.Printable;
import nl.klimrek.journal.note.ConsistencyProof;
import nl.klimrek.journal.note.TreeCheckpoint;
import nl.klimrek.journal.note.TrustPolicy;
import nl.klimrek.journal.proof.StepProofVerifier.StepVerdict;

/**
 * Verifies a downloaded proof without any service: of a single step, or that a later journal continues an earlier one.
 *
 * <p>Exit 0: proven. 1: not proven, with the reason. 2: there was nothing to verify.
 */
public final class VerifyProof {

    private static final int PROVEN = 0;
    private static final int NOT_PROVEN = 1;
    private static final int NOTHING = 2;

    private final PrintStream out;

    private VerifyProof(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** As {@link #main}, but returns the exit code and writes to these streams. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            ProveOptions options = ProveOptions.of(arguments);
            String proof = EarlierCheckpoint.text(options.file());
            TrustPolicy policy = PolicyFile.find(options.policy(), options.file())
                    .orElseThrow(() -> new NothingToVerifyException(
                            "Name the accepted keys with --policy, or put them beside the proof as " + PolicyFile.NAME
                                    + "."));
            StepProofVerifier verifier = new StepProofVerifier(policy);
            VerifyProof program = new VerifyProof(out);
            return options.earlier() == null
                    ? program.step(verifier, proof, options)
                    : program.consistency(verifier, proof, options.earlier());
        } catch (NothingToVerifyException nothing) {
            err.println(nothing.getMessage());
            return NOTHING;
        }
    }

    private int step(StepProofVerifier verifier, String proof, ProveOptions options) {
        if (ConsistencyProof.isProof(proof)) {
            throw new NothingToVerifyException("This is the proof between two checkpoints; name the earlier one with"
                    + " --earlier, as a checkpoint or as a proof that has it.");
        }
        StepVerdict verdict = verifier.step(proof);
        Optional<SaltedText> text = Optional.ofNullable(options.text()).map(VerifyProof::text);
        Optional<ProofFault> fault = verdict.fault()
                .or(() -> text.filter(words -> !words.isCommittedBy(
                                verdict.step().orElseThrow().entry()))
                        .map(other -> ProofFault.OTHER_TEXT));
        if (fault.isPresent()) {
            return notProven(fault.get());
        }
        StepStatement step = verdict.step().orElseThrow();
        TrustPolicy.Accepted signed = verdict.checkpoint().orElseThrow();
        out.println("step proven: entry " + step.entry().position() + " of the journal of " + step.organisation()
                + ", in a signed tree of " + signed.tree().size() + " entries");
        describe(step.entry());
        text.ifPresent(words -> out.println("text:      " + Printable.of(words.text())));
        out.println("signed by: " + signed.key());
        return PROVEN;
    }

    private void describe(ChainEntry entry) {
        out.println("what:      " + Printable.of(entry.event().type()));
        out.println("about:     " + Printable.of(entry.event().subject()));
        out.println("when:      " + entry.event().time() + ", journalled " + entry.journalledAt());
        String actor = entry.event().actor();
        if (actor != null) {
            out.println("by:        " + Printable.of(actor));
        }
        String data = entry.content().data();
        out.println(
                data == null
                        ? "content:   " + entry.content().kind() + ", its text is not in the journal"
                        : "content:   " + Printable.of(data));
    }

    private int consistency(StepProofVerifier verifier, String later, Path file) {
        String earlier = EarlierCheckpoint.read(file);
        Optional<ProofFault> fault = verifier.consistency(later, earlier);
        if (fault.isPresent()) {
            return notProven(fault.get());
        }
        TreeCheckpoint to = ConsistencyProof.parse(later)
                .flatMap(proof -> TreeCheckpoint.ofNote(proof.checkpoint()))
                .orElseThrow();
        TreeCheckpoint from = TreeCheckpoint.ofNote(earlier).orElseThrow();
        out.println("journal continued: the tree of " + to.size() + " entries of " + to.origin() + " begins with the "
                + from.size() + " entries of the earlier checkpoint");
        return PROVEN;
    }

    private int notProven(ProofFault fault) {
        out.println("not proven: " + fault.sentence() + " (" + fault + ")");
        return NOT_PROVEN;
    }

    private static SaltedText text(Path file) {
        return SaltedText.read(PolicyFile.text(file))
                .orElseThrow(() -> new NothingToVerifyException("The file " + file + " holds no text with its salt."));
    }
}
