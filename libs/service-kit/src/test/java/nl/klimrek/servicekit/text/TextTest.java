package nl.klimrek.servicekit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "w.adinolfi@example.org",
                "a+b@example.co.uk",
                "o'brien@x-y.example",
                "1@a.b",
                "a_b/c=d@example.org"
            })
    void a_plain_mailbox_is_an_address(String address) {
        assertThat(MailAddress.isPlain(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(c)evil=?utf-8?q?y?=@demo.example",
                "=?utf-8?q?y?=@demo.example",
                "x@(demo.example)evil.example",
                "\"a b\"@demo.example",
                "a@[127.0.0.1]",
                "a\\b@demo.example",
                "a:b@demo.example",
                "@route,@b:c@demo.example",
                "a%evil.example@demo.example",
                "evil.example!a@demo.example",
                ".a@demo.example",
                "a..b@demo.example",
                "a.@demo.example",
                "a@demo",
                "a@-demo.example",
                "a@demo-.example",
                "a@demo..example",
                "a@b@demo.example",
                "ä@demo.example",
                "a@dem\u00f6.example",
                "a@demo.example\n",
                "a@demo.example ",
                "",
                "@demo.example"
            })
    void what_mail_programs_read_differently_is_none(String address) {
        assertThat(MailAddress.isPlain(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna",
                "Müller-Lüdenscheidt",
                "O’Brien",
                "محمد",
                "می\u200cخواهم",
                "क\u094d\u200dष",
                "Nguyễn Văn A"
            })
    void names_of_all_scripts_are_plain(String name) {
        assertThat(NameText.isPlain(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B\u202egpj.exe",
                "Ann\u2028Bcc: x",
                "Ann\u2029x",
                "a\u0000b",
                "a\tb",
                "a\u200bb",
                "a\u2066b",
                "a\ufeffb",
                "a\u00adb",
                "a\ue000b",
                "a\ud800",
                "\u200fa"
            })
    void what_hides_or_turns_the_text_is_not(String name) {
        assertThat(NameText.isPlain(name)).isFalse();
    }
}
