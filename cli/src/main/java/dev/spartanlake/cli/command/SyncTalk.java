package dev.spartanlake.cli.command;

import dev.spartanlake.cli.render.SyncText;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.sync.SyncPlan;
import dev.spartanlake.sync.SyncProgress;
import org.jspecify.annotations.Nullable;

/// Tells how much a sync is going to bring, and how far it has come.
final class SyncTalk implements SyncProgress, AutoCloseable {

    private final Session session;
    private final SyncText text;
    private final int requestsPerSecond;
    private ProgressLine line;

    SyncTalk(Session session, SyncText text, int requestsPerSecond) {
        this.session = session;
        this.text = text;
        this.requestsPerSecond = requestsPerSecond;
        line = ProgressLine.asking(session);
    }

    @Override
    public void begun(Xuid player, @Nullable Long reported, long stored, long expected) {
        close();
        session.remark(text.begun(player, reported, expected, SyncPlan.least(expected, requestsPerSecond)));
        line = ProgressLine.ofMatches(session);
    }

    @Override
    public void advanced(Xuid player, long done, long expected) {
        line.advanced(done, done, expected);
    }

    @Override
    public void close() {
        line.close();
    }
}
