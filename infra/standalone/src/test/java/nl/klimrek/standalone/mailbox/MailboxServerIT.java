package nl.klimrek.standalone.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxServerIT {

    @TempDir
    Path data;

    private static final String SECRET = "a-secret-part-of-the-path";
    private MailboxServer mailbox;

    @BeforeEach
    void start() {
        mailbox = MailboxServer.start(data, 0, SECRET);
    }

    @AfterEach
    void stop() {
        mailbox.close();
    }

    @Test
    void what_was_sent_can_be_read_also_after_a_restart() throws Exception {
        send("Tijd voor jullie gesprek – bereid je voor", "Beste Anna,\nkijk even in Klimrek.", "<p>Beste Anna</p>");
        mailbox.close();
        mailbox = MailboxServer.start(data, 0, SECRET);

        JsonNode line = json("/mail").path("items").get(0);
        assertThat(line.path("subject").asText()).isEqualTo("Tijd voor jullie gesprek – bereid je voor");
        assertThat(line.path("to"))
                .extracting(JsonNode::asText)
                .containsExactly("anna@demo.example", "bram@demo.example");
        assertThat(line.path("from").asText()).isEqualTo("Klimrek <klimrek@demo.example>");
        assertThat(json("/mail/" + line.path("id").asText()).path("text").asText())
                .contains("kijk even in Klimrek")
                .doesNotContain("<p>");
        assertThat(get("/mail/" + line.path("id").asText() + ".eml", "*/*").body())
                .startsWith("Delivered-To: anna@demo.example");
    }

    @Test
    void nothing_in_a_message_can_run_in_the_page() throws Exception {
        send("<script>alert(1)</script>", "<img src=x onerror='alert(2)'>", null);
        String id = json("/mail").path("items").get(0).path("id").asText();

        assertThat(get("/mail", "text/html").body()).contains("&lt;script&gt;").doesNotContain("<script");
        var page = get("/mail/" + id, "text/html");
        assertThat(page.body()).contains("&lt;img src=x onerror=&#39;").doesNotContain("<img", "<script");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
    }

    @Test
    void html_is_shown_as_a_phone_would_in_a_frame_in_which_nothing_runs_or_is_loaded() throws Exception {
        send(
                "Html",
                "as text",
                "<html><head></head><body><p>Beste</p><script>alert(1)</script><img src='//x'></body></html>");
        String id = json("/mail").path("items").get(0).path("id").asText();

        var page = get("/mail/" + id, "text/html");
        assertThat(page.body())
                .contains(
                        "<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=",
                        "srcdoc=\"&lt;html&gt;&lt;head&gt;&lt;base target=&quot;_blank&quot;&gt;&lt;/head&gt;",
                        "<summary>As text</summary>")
                .doesNotContain("allow-scripts", "allow-same-origin", "<script", "<img");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("script-src", "img-src", "frame-src");
        assertThat(json("/mail/" + id).path("html").asText()).contains("<p>Beste</p>");
    }

    @Test
    void a_reply_to_the_organizer_can_be_read_over_imap_also_after_a_restart() throws Exception {
        send("For Anna", "text", null);
        sendTo("klimrek+demo.abcdef@demo.example", "Re", "<reply@calendar.example>");
        sendTo("klimrek@elsewhere.example", "For somebody else", "<other@calendar.example>");
        assertThat(overImap()).containsExactly("Re");
        mailbox.close();
        mailbox = MailboxServer.start(data, 0, SECRET);
        assertThat(overImap()).containsExactly("Re");
        assertThat(json("/mail").path("items"))
                .extracting(item -> item.path("subject").asText())
                .containsExactly("For Anna");
    }

    private List<String> overImap() throws MessagingException {
        List<String> subjects = new ArrayList<>();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", mailbox.imapPort(), "klimrek", SECRET);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            for (Message message : inbox.getMessages()) {
                subjects.add(message.getSubject());
            }
        }
        return subjects;
    }

    private void sendTo(String to, String subject, String id) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(mailbox.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(new InternetAddress("bram@demo.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setText("text");
        Transport.send(message);
    }

    @Test
    void the_pages_speak_dutch_and_english() throws Exception {
        assertThat(get("/mail", "text/html", "nl-NL,nl;q=0.9").body())
                .contains("lang=\"nl\"", "Er is nog geen mail verstuurd");
        assertThat(get("/mail", "text/html", "en").body()).contains("lang=\"en\"", "No mail has been sent yet");
    }

    @Test
    void a_long_list_is_read_in_parts() throws Exception {
        for (int i = 1; i <= 3; i++) {
            send("Number " + i, "text", null);
        }

        JsonNode newest = json("/mail?limit=2");
        assertThat(newest.path("items"))
                .extracting(item -> item.path("subject").asText())
                .containsExactly("Number 3", "Number 2");
        JsonNode rest = json("/mail?limit=2&after=" + newest.path("next").asText());
        assertThat(rest.path("items"))
                .extracting(item -> item.path("subject").asText())
                .containsExactly("Number 1");
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void a_message_that_is_too_large_is_refused() throws Exception {
        String large = "0123456789\n".repeat(200_000);

        assertThatThrownBy(() -> send("Large", large, null)).isInstanceOf(MessagingException.class);
        assertThat(json("/mail").path("items")).isEmpty();
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        for (String path : new String[] {
            "/mail/20261102T090000000Z-000001", "/mail/..%2Fsecrets%2Fportal", "/mail/x.eml", "/mailbox", "/mail/a/b"
        }) {
            assertThat(get(path, "text/html").statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void nothing_can_be_changed_over_http() throws Exception {
        var refused = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri("/mail")).DELETE().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(405);
    }

    @Test
    void an_organisation_sees_its_own_mail_only() throws Exception {
        send("For sample", "text", null, "<sample.prompt-1.1@klimrek>");
        send("For demo", "text", null);
        send("For demo-two", "text", null, "<demo-two.prompt-1.1@klimrek>");
        send("Of nobody", "text", null, "<x@elsewhere>");

        assertThat(json("/mail").path("items"))
                .extracting(item -> item.path("subject").asText())
                .containsExactly("For demo");
        String theirs = new ObjectMapper()
                .readTree(get("/mail", "application/json", "en", "sample").body())
                .at("/items/0/id")
                .asText();
        assertThat(get("/mail/" + theirs, "text/html").statusCode()).isEqualTo(404);
        assertThat(get("/mail/" + theirs + ".eml", "*/*").statusCode()).isEqualTo(404);
        assertThat(get("/mail/" + theirs + ".eml", "*/*", "en", "sample").statusCode())
                .isEqualTo(200);
    }

    @Test
    void without_an_organisation_or_past_the_portal_there_is_no_mail() throws Exception {
        send("For demo", "text", null);
        String id = json("/mail").at("/items/0/id").asText();

        assertThat(new ObjectMapper()
                        .readTree(get("/mail", "application/json", "en", null).body())
                        .path("items"))
                .isEmpty();
        assertThat(get("/mail/" + id + ".eml", "*/*", "en", null).statusCode()).isEqualTo(404);
        URI direct = URI.create("http://127.0.0.1:" + mailbox.address().getPort() + "/mail");
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(direct)
                                        .header("X-Klimrek-Organisation", "demo")
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    private void send(String subject, String text, String html) throws MessagingException {
        send(subject, text, html, "<demo.prompt-1.1@klimrek>");
    }

    private void send(String subject, String text, String html, String id) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", mailbox.smtpPort());
        MimeMessage message = new MimeMessage(Session.getInstance(settings)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(new InternetAddress("Klimrek <klimrek@demo.example>"));
        message.setRecipients(Message.RecipientType.TO, "anna@demo.example,bram@demo.example");
        message.setSubject(subject, "UTF-8");
        if (html == null) {
            message.setText(text, "UTF-8");
        } else {
            MimeBodyPart plain = new MimeBodyPart();
            plain.setText(text, "UTF-8");
            MimeBodyPart rich = new MimeBodyPart();
            rich.setText(html, "UTF-8", "html");
            message.setContent(new MimeMultipart("alternative", plain, rich));
        }
        Transport.send(message);
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(get(path, "application/json").body());
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        return get(path, accept, "en");
    }

    private HttpResponse<String> get(String path, String accept, String language) throws Exception {
        return get(path, accept, language, "demo");
    }

    private HttpResponse<String> get(String path, String accept, String language, String organisation)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).header("Accept", accept).header("Accept-Language", language);
        if (organisation != null) {
            request.header("X-Klimrek-Organisation", organisation);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(mailbox.address() + path);
    }
}
