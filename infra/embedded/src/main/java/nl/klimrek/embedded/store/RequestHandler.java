package nl.klimrek.embedded.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles the requests of one connection and sends each answer once it is durable, without blocking a thread. Unlike
 * the server's own handler it never logs document content.
 */
final class RequestHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final Logger log = LoggerFactory.getLogger(RequestHandler.class);

    private final AtomicInteger answers = new AtomicInteger();
    private final MongoBackend backend;
    private final GroupCommit commits;
    private final StoreLogin login;

    RequestHandler(MongoBackend backend, GroupCommit commits, StoreLogin login) {
        this.login = login;
        this.backend = backend;
        this.commits = commits;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, ClientRequest request) {
        Object answer = commits.reading(() -> answer(request));
        // Drivers send one request at a time per connection, so answers stay in order.
        commits.whenDurable(() -> connection.channel().writeAndFlush(answer));
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) throws Exception {
        backend.handleClose(connection.channel());
        super.channelInactive(connection);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable cause) {
        log.warn("Closing a connection to the store after {}", cause.getClass().getName());
        connection.close();
    }

    private Object answer(ClientRequest request) {
        MessageHeader header =
                new MessageHeader(answers.incrementAndGet(), request.getHeader().getRequestID());
        if (request instanceof MongoMessage message) {
            Document command = message.getDocument();
            return new MongoMessage(
                    message.getChannel(),
                    header,
                    login.answer(name(command), command).orElseGet(() -> reply(message)));
        }
        if (request instanceof MongoQuery query) {
            return query.getCollectionName().equals("$cmd") ? legacyCommand(header, query) : legacyQuery(header, query);
        }
        throw new IllegalArgumentException(
                "Unknown kind of request: " + request.getClass().getName());
    }

    private Document reply(MongoMessage message) {
        try {
            return backend.handleMessage(message);
        } catch (MongoServerException e) {
            return refusal(e);
        } catch (RuntimeException e) {
            log.error("A store command failed: {} at {}", e.getClass().getName(), Arrays.toString(e.getStackTrace()));
            return refusal(new MongoServerException("Unknown error: " + e.getMessage(), e));
        }
    }

    /** Drivers open a connection with a handshake in this legacy form. */
    private MongoReply legacyCommand(MessageHeader header, MongoQuery query) {
        Document asked = query.getQuery();
        Document command = asked.get("$query") instanceof Document wrapped ? wrapped : asked;
        String name = name(command);
        Document reply = login.answer(name, command)
                .orElseGet(() -> backend.handleCommand(query.getChannel(), query.getDatabaseName(), name, command));
        return new MongoReply(header, List.of(reply), 0);
    }

    private static String name(Document command) {
        return command.keySet().iterator().next();
    }

    private MongoReply legacyQuery(MessageHeader header, MongoQuery query) {
        if (!login.isComplete()) {
            return new MongoReply(header, List.of(StoreLogin.refusal()), 0);
        }
        QueryResult result = backend.handleQuery(query);
        return new MongoReply(header, result.collectDocuments(), result.getCursorId());
    }

    private static Document refusal(MongoServerException e) {
        Document refusal = new Document("ok", 0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError error) {
            refusal.append("code", error.getCode());
            refusal.putIfNotNull("codeName", error.getCodeName());
        }
        return refusal;
    }
}
