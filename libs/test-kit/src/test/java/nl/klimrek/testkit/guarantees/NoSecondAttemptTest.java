package nl.klimrek.testkit.guarantees;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

class NoSecondAttemptTest {

    @Test
    void a_test_that_failed_fails_again_and_another_one_runs() {
        ExtensionContext broken = test("broken");
        new NoSecondAttempt().beforeEach(broken);
        new NoSecondAttempt().testFailed(broken, new AssertionError());
        assertThatThrownBy(() -> new NoSecondAttempt().beforeEach(broken))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no second attempt");
        assertThatCode(() -> new NoSecondAttempt().beforeEach(test("whole"))).doesNotThrowAnyException();
    }

    private static ExtensionContext test(String id) {
        ExtensionContext context = mock(ExtensionContext.class);
        when(context.getUniqueId()).thenReturn(id);
        return context;
    }
}
