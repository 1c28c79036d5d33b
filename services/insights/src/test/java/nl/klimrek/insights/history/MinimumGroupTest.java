package nl.klimrek.insights.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MinimumGroupTest {
    @Test
    void a_figure_about_one_person_up_to_the_minimum_is_hidden() {
        MinimumGroup minimum = new MinimumGroup(7);
        assertThat(minimum.hides(1)).isTrue();
        assertThat(minimum.hides(6)).isTrue();
        assertThat(minimum.hides(7)).isFalse();
    }

    @Test
    void a_figure_about_nobody_is_shown() {
        assertThat(new MinimumGroup(5).hides(0)).isFalse();
    }

    @Test
    void an_organisation_can_raise_the_minimum_and_not_lower_it() {
        assertThat(new MinimumGroup(20).people()).isEqualTo(20);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinimumGroup(4))
                .withMessageContaining("klimrek.insights.minimum-group");
    }
}
