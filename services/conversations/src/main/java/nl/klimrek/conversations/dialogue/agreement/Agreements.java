package nl.klimrek.conversations.dialogue.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.klimrek.eventing.Refusal;
import nl.klimrek.servicekit.text.PrivateText;
import org.jspecify.annotations.Nullable;

/**
 * The agreements of one conversation.
 *
 * @param all in the order they were made
 */
public record Agreements(List<Agreement> all) {

    public static final Agreements NONE = new Agreements(List.of());

    public Agreements {
        all = all == null ? List.of() : List.copyOf(all);
    }

    /** The agreement with this id. */
    public Optional<Agreement> find(String id) {
        return all.stream().filter(agreement -> agreement.id().equals(id)).findFirst();
    }

    /** Those that are neither kept nor dropped. */
    public List<Agreement> open() {
        return all.stream()
                .filter(agreement -> agreement.state() == AgreementState.OPEN)
                .toList();
    }

    /** As the counterpart may read them. */
    public List<Agreement> readBy(String counterpart) {
        return all.stream().map(one -> one.readBy(counterpart)).toList();
    }

    /** How many stand: kept or still to be kept. */
    public int standing() {
        return (int) all.stream()
                .filter(agreement -> agreement.state() != AgreementState.DROPPED)
                .count();
    }

    /** Why a conversation cannot close: it needs an agreement that stands or a reason for none, and never both. */
    public Optional<Refusal> refusesClosing(@Nullable PrivateText noAction) {
        boolean agreed = standing() > 0;
        if (agreed != (noAction != null)) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(agreed ? "agreement-exists" : "agreement-needed"));
    }

    public Agreements plus(Agreement agreement) {
        List<Agreement> more = new ArrayList<>(all);
        more.add(agreement);
        return new Agreements(more);
    }

    /** Why this agreement cannot be kept or dropped; empty when it can. */
    public Optional<Refusal> refusesSettling(String id) {
        Optional<Agreement> found = find(id);
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("agreement-unknown"));
        }
        return found.filter(one -> one.state() != AgreementState.OPEN).map(one -> Refusal.of("agreement-settled"));
    }

    /** The agreement with this id; there must be one. */
    public Agreement get(String id) {
        return find(id).orElseThrow();
    }

    public Agreements with(Agreement changed) {
        return new Agreements(all.stream()
                .map(one -> one.id().equals(changed.id()) ? changed : one)
                .toList());
    }
}
