package nl.klimrek.contracts.hr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordSignatureTest {

    private static final String SECRET = "a-secret-of-some-thirty-characters";
    private static final byte[] DATA = "{\"employeeNumber\":\"10\"}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "specversion",
            "1.0",
            "id",
            "row-1",
            "source",
            "hr-sample",
            "type",
            "nl.klimrek.hr.employee.upserted.v1",
            "subject",
            "10",
            "organisation",
            "sample");

    /** Computed by another program: {@code openssl dgst -sha256 -hmac} over the same bytes. */
    @Test
    void it_is_what_any_other_program_computes() {
        assertThat(RecordSignature.of(SECRET, ATTRIBUTES, DATA))
                .isEqualTo("c96159d0ca5e12eb3ed8d5a8dfcc0cec33f53f25cf073f5512fc7d7ec6b1bfb4");
    }

    @Test
    void a_signed_record_is_its_signer_s() {
        assertThat(RecordSignature.isBy(SECRET, signed(), DATA)).isTrue();
        assertThat(RecordSignature.isBy(SECRET + "x", signed(), DATA)).isFalse();
        assertThat(RecordSignature.isBy(SECRET, ATTRIBUTES, DATA)).isFalse();
    }

    @Test
    void nothing_of_a_signed_record_can_be_changed() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (String name : signed().keySet()) {
            Map<String, String> changed = new HashMap<>(signed());
            changed.compute(name, (key, value) -> value + (char) ('0' + random.nextInt(10)));
            assertThat(RecordSignature.isBy(SECRET, changed, DATA)).as(name).isFalse();
            changed.remove(name);
            assertThat(RecordSignature.isBy(SECRET, changed, DATA))
                    .as("without " + name)
                    .isFalse();
        }
        Map<String, String> more = new HashMap<>(signed());
        more.put("sequence", "9");
        assertThat(RecordSignature.isBy(SECRET, more, DATA)).isFalse();
        for (int i = 0; i < DATA.length; i++) {
            byte[] changed = DATA.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            assertThat(RecordSignature.isBy(SECRET, signed(), changed)).isFalse();
        }
    }

    /** Else the value "10\ntime:x" of one attribute could be read as two. */
    @Test
    void one_attribute_cannot_be_read_as_two() {
        Map<String, String> folded = new HashMap<>(ATTRIBUTES);
        folded.put("subject", "10\ntime:x");

        assertThatThrownBy(() -> RecordSignature.of(SECRET, folded, DATA)).isInstanceOf(IllegalArgumentException.class);
        folded.put(RecordSignature.ATTRIBUTE, "0".repeat(64));
        assertThat(RecordSignature.isBy(SECRET, folded, DATA)).isFalse();
    }

    private static Map<String, String> signed() {
        Map<String, String> signed = new HashMap<>(ATTRIBUTES);
        signed.put(RecordSignature.ATTRIBUTE, RecordSignature.of(SECRET, ATTRIBUTES, DATA));
        return signed;
    }
}
