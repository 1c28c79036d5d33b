package nl.klimrek.testkit.guarantees;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Feeds a history to a guarantee of its own and says what the guarantee thought of it. */
record Histories<G extends Guarantee>(Supplier<G> fresh) {

    void legal(Consumer<G> history) {
        assertThatCode(() -> judge(history)).doesNotThrowAnyException();
    }

    void illegal(String place, Consumer<G> history) {
        assertThatThrownBy(() -> judge(history))
                .isInstanceOf(GuaranteeBroken.class)
                .hasMessageStartingWith(place)
                .hasMessageEndingWith("(promised: " + fresh.get().promise() + ")");
    }

    private void judge(Consumer<G> history) {
        G guarantee = fresh.get();
        history.accept(guarantee);
        guarantee.judge();
    }
}
