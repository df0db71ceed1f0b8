package dev.spartanlake.testsupport.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The game's services on the loopback interface. The first segment of a path is the service, see
/// [Service#origin].
///
/// What asks without a good Spartan token, or without the clearance where that is wanted, is
/// answered 401. What comes faster than allowed is answered 429. A fault of [#faults] takes the
/// place of the answer.
///
/// **Threads**: safe. **Lifecycle**: whoever starts it closes it, which ends answers that are
/// still being sent.
public final class HaloServer implements AutoCloseable {

    private static final String SPARTAN_HEADER = "x-343-authorization-spartan";
    private static final String CLEARANCE_HEADER = "343-clearance";

    private final World world;
    private final SignIn signIn;
    private final Routes routes;
    private final Faults faults = new Faults();
    private final RequestLog log = new RequestLog();
    private final RateLimits limits;
    private final Delivery delivery = new Delivery();
    private final List<Hook> hooks = new ArrayList<>();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private record Hook(Kind kind, int nth, Runnable action) {}

    private HaloServer(World world, InetSocketAddress address, InstantSource clock, LongSupplier nanos)
            throws IOException {
        this.world = world;
        this.signIn = new SignIn(world.owner(), clock);
        this.routes = new Routes(world, signIn);
        this.limits = new RateLimits(nanos);
        this.server = HttpServer.create(address, 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /// Starts on a free port.
    ///
    /// @throws UncheckedIOException when there is none
    public static HaloServer start(World world) {
        return start(world, 0, InstantSource.system(), System::nanoTime);
    }

    /// Starts on a given port.
    ///
    /// @param port the port; 0 for a free one
    /// @param clock by which tokens expire
    /// @param nanos by which the limits of services count seconds
    /// @throws UncheckedIOException when the port is not free
    public static HaloServer start(World world, int port, InstantSource clock, LongSupplier nanos) {
        try {
            return new HaloServer(world, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), clock, nanos);
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on port " + port + " of the loopback interface", taken);
        }
    }

    /// The address of a service, with `{origin}` where the service stands.
    public String addressTemplate() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/{origin}";
    }

    /// The address of a service.
    public String address(Service service) {
        return addressTemplate().replace("{origin}", service.origin());
    }

    /// What is true.
    public World world() {
        return world;
    }

    /// The tokens.
    public SignIn signIn() {
        return signIn;
    }

    /// What goes wrong.
    public Faults faults() {
        return faults;
    }

    /// From now on a service takes so many requests within any second, and answers 429 to those
    /// above.
    public void limit(Service service, int requestsPerSecond) {
        limits.limit(service, requestsPerSecond);
    }

    /// Before a request is answered, something happens, such as a match being played.
    ///
    /// @param nth which request of the kind, counted from the server's start or the last
    ///     [#forgetRequests], from 1
    public synchronized void before(Kind kind, int nth, Runnable action) {
        hooks.add(new Hook(kind, nth, action));
    }

    /// What has been asked so far.
    public Requests requests() {
        return log.snapshot();
    }

    /// Counts from zero.
    public void forgetRequests() {
        log.forget();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Request request = Request.of(exchange);
        Optional<Routes.Found> found = routes.find(request);
        Kind kind = found.map(each -> each.route().kind()).orElse(Kind.OTHER);
        int number = log.begin(kind);
        try {
            due(kind, number).forEach(Runnable::run);
            Optional<Fault> fault = faults.of(kind, request.readableUrl());
            // What goes wrong before a service does anything must not use up a token or a code.
            boolean served = fault.map(Fault::hasTheAnswer).orElse(true);
            Reply reply = served ? reply(request, kind, found) : unserved(request);
            if (reply.status() == 200 && fault.map(Fault::isWhole).orElse(true)) {
                log.answered(kind, request.url());
            }
            if (fault.isPresent()) {
                delivery.send(exchange, reply, fault.get());
            } else {
                delivery.send(exchange, reply);
            }
        } catch (RuntimeException mistake) {
            failure.compareAndSet(null, mistake);
            delivery.send(exchange, Reply.empty(500));
        } finally {
            log.end();
            exchange.close();
        }
    }

    private synchronized List<Runnable> due(Kind kind, int number) {
        List<Runnable> due = new ArrayList<>();
        hooks.removeIf(hook -> {
            boolean now = hook.kind() == kind && hook.nth() == number;
            if (now) {
                due.add(hook.action());
            }
            return now;
        });
        return due;
    }

    private Reply unserved(Request request) {
        isTooFast(request);
        return Reply.empty(503);
    }

    private boolean isTooFast(Request request) {
        Optional<Service> service = Service.of(request.origin());
        if (service.isEmpty() || limits.admits(service.get())) {
            return false;
        }
        log.tooFast(service.get());
        return true;
    }

    private Reply reply(Request request, Kind kind, Optional<Routes.Found> found) {
        if (isTooFast(request)) {
            return Reply.empty(429).with("Retry-After", "1");
        }
        if (found.isEmpty()) {
            return Reply.empty(404);
        }
        if (!admits(request, found.get().route().access())) {
            log.refused(kind);
            return Reply.empty(401);
        }
        Reply reply = found.get().answer(request);
        return found.get().route().service() == Service.CMS && reply.status() == 200 ? tagged(request, reply) : reply;
    }

    private boolean admits(Request request, Routes.Access access) {
        return switch (access) {
            case OPEN -> true;
            case SPARTAN -> signIn.admits(request.header(SPARTAN_HEADER));
            case CLEARED ->
                request.header(CLEARANCE_HEADER).equals(Optional.of(signIn.clearance()))
                        && signIn.admits(request.header(SPARTAN_HEADER));
            case XBOX -> signIn.xbox().admits(request);
        };
    }

    /// Content is not sent again to whoever has it.
    private static Reply tagged(Request request, Reply reply) {
        String tag = "\"" + UUID.nameUUIDFromBytes(reply.body()) + "\"";
        return request.header("If-None-Match").equals(Optional.of(tag))
                ? Reply.empty(304).with("ETag", tag)
                : reply.with("ETag", tag).with("Cache-Control", "public, max-age=86400");
    }

    /// Stops, and says what went wrong within the server itself.
    ///
    /// @throws IllegalStateException when an answer could not be made because of a mistake of the
    ///     server
    @Override
    public void close() {
        delivery.close();
        server.stop(0);
        threads.shutdownNow();
        RuntimeException mistake = failure.getAndSet(null);
        if (mistake != null) {
            throw new IllegalStateException("the server failed to answer", mistake);
        }
    }
}
