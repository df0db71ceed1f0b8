package dev.spartanlake.cli.command;

import dev.spartanlake.Incomplete;
import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.cli.command.SyncPlayers.Meaning;
import dev.spartanlake.cli.render.SyncJson;
import dev.spartanlake.cli.render.SyncStatus;
import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tells how far the histories of players have been brought in, by what the warehouse says alone.
final class SyncProgressReport {

    private final Session session;
    private final List<String> wanted;
    private final ReportFormat format;

    /// @param wanted gamertags and identifiers; none for the tracked players
    SyncProgressReport(Session session, List<String> wanted, ReportFormat format) {
        this.session = session;
        this.wanted = List.copyOf(wanted);
        this.format = format;
    }

    Outcome run() {
        try (Warehouse warehouse = session.warehouse("sync")) {
            // There has to be a warehouse for it to say something.
            warehouse.players();
            SyncPlayers players = new SyncPlayers(warehouse);
            List<Xuid> shown = new ArrayList<>(wanted.isEmpty() ? players.tracked() : List.of());
            for (String text : wanted) {
                switch (players.find(text, session.messages())) {
                    case Meaning.One(Xuid player) -> shown.add(player);
                    case Meaning.Several(String explanation) -> {
                        session.remark(explanation);
                        return Outcome.NOTHING_FOUND;
                    }
                    case Meaning.Nobody _ -> {
                        session.remark(session.messages().text("sync.nobody-here", text));
                        return Outcome.NOTHING_FOUND;
                    }
                }
            }
            SyncStatus status = status(warehouse, shown, players.names());
            session.report(
                    format, () -> status.text(session.messages(), session.screen()), () -> SyncJson.status(status));
            status.interruptions(session.messages()).forEach(session::remark);
            return Outcome.DONE;
        }
    }

    private static SyncStatus status(Warehouse warehouse, List<Xuid> players, Map<Xuid, String> names) {
        List<SyncStates.Progress> progress = warehouse.coverage().progress();
        return new SyncStatus(players.stream()
                .distinct()
                .map(player -> status(warehouse, player, names.get(player), progress))
                .toList());
    }

    private static SyncStatus.Player status(
            Warehouse warehouse, Xuid player, @Nullable String gamertag, List<SyncStates.Progress> all) {
        List<Incomplete> incomplete = warehouse.coverage().incomplete(player);
        long withoutSkill = count(incomplete, MatchPart.SKILL);
        long withoutFilm = count(incomplete, MatchPart.FILM);
        return all.stream()
                .filter(progress -> progress.xuid().equals(player))
                .findFirst()
                .map(progress -> new SyncStatus.Player(
                        player,
                        gamertag,
                        progress.totalMatches(),
                        progress.reportedMatches(),
                        progress.missing(),
                        progress.unobtainableMatches(),
                        withoutSkill,
                        withoutFilm,
                        progress.syncedAt(),
                        progress.error()))
                .orElseGet(() -> new SyncStatus.Player(
                        player, gamertag, 0, null, null, null, withoutSkill, withoutFilm, null, null));
    }

    private static long count(List<Incomplete> incomplete, MatchPart part) {
        return incomplete.stream()
                .filter(match -> match.lacking().contains(part))
                .count();
    }
}
