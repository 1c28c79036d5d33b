package nl.klimrek.embedded.store;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.security.auth.callback.CallbackHandler;
import nl.klimrek.embedded.PortTakenException;

/** Accepts connections of MongoDB clients. */
final class WireServer implements AutoCloseable {

    private static final int WORKERS = 8;

    private final EventLoopGroup threads = new NioEventLoopGroup(WORKERS, new DefaultThreadFactory("store", true));
    private final ChannelGroup connections;
    private final int port;

    /**
     * @param connections collects the listener and every connection, so that the owner can close them all
     * @param credentials empty if no login is required
     * @throws PortTakenException if the port is in use
     */
    WireServer(
            String host,
            int port,
            MongoBackend backend,
            GroupCommit commits,
            ChannelGroup connections,
            Optional<CallbackHandler> credentials) {
        this.connections = connections;
        ChannelFuture bound = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connections.add(connection);
                        connection
                                .pipeline()
                                .addLast(
                                        new MongoWireReplyEncoder(),
                                        new MongoWireMessageEncoder(),
                                        new MongoWireProtocolHandler(),
                                        new RequestHandler(backend, commits, new StoreLogin(credentials)));
                    }
                })
                .bind(new InetSocketAddress(host, port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stopThreads();
            throw bound.cause() instanceof BindException
                    ? new PortTakenException(host, port, bound.cause())
                    : new IllegalArgumentException("Cannot listen on " + host, bound.cause());
        }
        Channel listener = bound.channel();
        connections.add(listener);
        this.port = ((InetSocketAddress) listener.localAddress()).getPort();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        connections.close().awaitUninterruptibly();
        stopThreads();
    }

    private void stopThreads() {
        threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
