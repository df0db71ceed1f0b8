package dev.spartanlake.generator.match;

import dev.spartanlake.generator.game.Medal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// A match as it was, for what is served beside its document.
///
/// @param matchId its id
/// @param fixture what was played
/// @param durationMillis from the first join to the end
/// @param entries everybody who was there, in the order of the document
/// @param kills who killed whom, in the order of time; empty where everyone played against the
///     computer
public record Scoreboard(String matchId, Fixture fixture, int durationMillis, List<Entry> entries, List<Kill> kills) {

    /// Copies the lists.
    public Scoreboard {
        entries = List.copyOf(entries);
        kills = List.copyOf(kills);
    }

    /// A participant.
    ///
    /// @param playerId as in the document
    /// @param xuid the Xbox user id; 0 for a bot
    /// @param tracked whether the career follows them
    /// @param lastTeam their team at the end
    /// @param outcome how the match ended for them, as the documents number it
    /// @param rank their place, from 1
    /// @param presentAtEnd whether they stayed
    /// @param spells their time in each team, the last team first
    public record Entry(
            String playerId,
            long xuid,
            boolean tracked,
            int lastTeam,
            int outcome,
            int rank,
            boolean presentAtEnd,
            List<Spell> spells) {

        /// Copies the list.
        public Entry {
            spells = List.copyOf(spells);
        }

        /// Whether no human plays them.
        public boolean isBot() {
            return xuid == 0;
        }

        /// Their kills in all teams.
        public int kills() {
            return spells.stream().mapToInt(Spell::kills).sum();
        }

        /// Their deaths in all teams.
        public int deaths() {
            return spells.stream().mapToInt(Spell::deaths).sum();
        }
    }

    /// A participant's time in one team.
    ///
    /// @param team the team
    /// @param fromMillis when it began, in milliseconds since the first join
    /// @param toMillis when it ended
    /// @param kills the kills of that time
    /// @param deaths the deaths of that time
    /// @param medals the medals of that time, each with how often it was earned
    public record Spell(int team, long fromMillis, long toMillis, int kills, int deaths, Map<Medal, Integer> medals) {

        /// Copies the medals.
        public Spell {
            medals = Map.copyOf(medals);
        }
    }

    /// A kill.
    ///
    /// @param killer whose it is, by their place in the entries
    /// @param killerTeam the killer's team at that moment
    /// @param victim who died, by their place in the entries
    /// @param victimTeam the victim's team at that moment
    /// @param millis when, in milliseconds since the first join
    public record Kill(int killer, int killerTeam, int victim, int victimTeam, long millis) {}

    static Scoreboard of(PlayedMatch match) {
        IdentityHashMap<Stint, Integer> places = new IdentityHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Participant participant : match.participants()) {
            for (Stint stint : participant.stints()) {
                places.put(stint, entries.size());
            }
            entries.add(entry(participant));
        }
        List<Kill> kills = new ArrayList<>();
        for (Frag frag : match.frags()) {
            kills.add(new Kill(
                    places.getOrDefault(frag.killer(), -1),
                    frag.killer().team(),
                    places.getOrDefault(frag.victim(), -1),
                    frag.victim().team(),
                    frag.millis()));
        }
        return new Scoreboard(match.matchId(), match.fixture(), match.clock().durationMillis(), entries, kills);
    }

    private static Entry entry(Participant participant) {
        String id = participant.playerId();
        return new Entry(
                id,
                participant.isBot() ? 0 : Long.parseLong(id.substring(id.indexOf('(') + 1, id.length() - 1)),
                participant.isTracked(),
                participant.lastTeam(),
                participant.outcome().code(),
                participant.rank(),
                !participant.presence().left(),
                participant.stints().stream().map(Scoreboard::spell).toList());
    }

    private static Spell spell(Stint stint) {
        Map<Medal, Integer> medals = new EnumMap<>(Medal.class);
        for (Medal medal : Medal.inOrder()) {
            if (stint.line().of(medal) > 0) {
                medals.put(medal, stint.line().of(medal));
            }
        }
        return new Spell(
                stint.team(),
                stint.fromMillis(),
                stint.toMillis(),
                stint.line().of(CoreStat.KILLS),
                stint.line().of(CoreStat.DEATHS),
                medals);
    }
}
