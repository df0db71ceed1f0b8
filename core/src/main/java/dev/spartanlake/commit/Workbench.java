package dev.spartanlake.commit;

import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.mirror.ComparedCopy;
import java.lang.ref.Cleaner;
import org.jspecify.annotations.Nullable;

/// What a process keeps between its writers of one warehouse, so that each need not begin from
/// nothing. What is known of the warehouse is checked before it is used: another process may have
/// written meanwhile.
///
/// **Threads**: safe. **Lifecycle**: whoever makes it closes it; an engine is let go at the latest
/// when nobody refers to the workbench any more.
public final class Workbench implements AutoCloseable {

    private static final Cleaner CLEANER = Cleaner.create();

    private final RememberedCareers careers = new RememberedCareers();
    private final ComparedCopy compared = new ComparedCopy();
    private final IdleEngine idle = new IdleEngine();

    /// Keeps nothing yet.
    public Workbench() {
        CLEANER.register(this, idle::end);
    }

    /// One for a single writer: what it gives back is let go.
    public static Workbench keepingNothing() {
        Workbench closed = new Workbench();
        closed.close();
        return closed;
    }

    /// What is known of careers.
    RememberedCareers careers() {
        return careers;
    }

    /// What is known of the second copy of the metadata database.
    ComparedCopy compared() {
        return compared;
    }

    /// An engine for one writer, which gives it back or closes it.
    CommitEngine engine(EngineSettings settings) {
        CommitEngine kept = idle.take();
        if (kept != null && kept.settings().equals(settings)) {
            return kept;
        }
        if (kept != null) {
            kept.close();
        }
        return CommitEngine.open(settings);
    }

    /// Takes back an engine in which nothing is left of the writer.
    void keep(CommitEngine engine) {
        idle.put(engine);
    }

    @Override
    public void close() {
        idle.end();
    }

    /// The engine between two writers.
    private static final class IdleEngine {

        private @Nullable CommitEngine engine;
        private boolean ended;

        private synchronized @Nullable CommitEngine take() {
            CommitEngine taken = engine;
            engine = null;
            return taken;
        }

        private synchronized void put(CommitEngine returned) {
            if (ended || engine != null) {
                returned.close();
            } else {
                engine = returned;
            }
        }

        private synchronized void end() {
            ended = true;
            CommitEngine left = take();
            if (left != null) {
                left.close();
            }
        }
    }
}
