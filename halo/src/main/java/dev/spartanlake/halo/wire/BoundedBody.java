package dev.spartanlake.halo.wire;

import dev.spartanlake.halo.reply.Bytes;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Takes in the body of an answer, and hangs up once it is longer than it may be.
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Received> {

    private final int mostBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Received> received = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /// What was taken in.
    sealed interface Received {

        /// All of it.
        record Whole(Bytes body) implements Received {}

        /// It was longer than it may be.
        record Overlong() implements Received {}
    }

    BoundedBody(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<Received> getBody() {
        return received;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (received.isDone()) {
            return;
        }
        for (ByteBuffer buffer : buffers) {
            if (buffer.remaining() > mostBytes - bytes.size()) {
                if (subscription != null) {
                    subscription.cancel();
                }
                received.complete(new Received.Overlong());
                return;
            }
            byte[] piece = new byte[buffer.remaining()];
            buffer.get(piece);
            bytes.writeBytes(piece);
        }
    }

    @Override
    public void onError(Throwable failure) {
        received.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        received.complete(new Received.Whole(Bytes.of(bytes.toByteArray())));
    }
}
