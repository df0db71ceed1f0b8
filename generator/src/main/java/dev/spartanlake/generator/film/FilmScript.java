package dev.spartanlake.generator.film;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Medal;
import dev.spartanlake.generator.game.ModeBlock;
import dev.spartanlake.generator.match.Scoreboard;
import dev.spartanlake.generator.match.Scoreboard.Entry;
import dev.spartanlake.generator.match.Scoreboard.Kill;
import dev.spartanlake.generator.match.Scoreboard.Spell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/// What happens in the film of a match: every kill, death and medal of its humans, as many as its
/// document has, and the deaths at the moment of their kills or a millisecond later.
///
/// Kills by and of bots have one side only; kills of the computer's own troops are in no film.
/// Between most deaths and the next lie at least three milliseconds, so that nobody can be taken for
/// another's victim; some come closer, down to the same millisecond.
final class FilmScript {

    private static final long FIRST_MILLIS = 20_000;
    private static final int APART_MILLIS = 3;
    private static final double CROWDED_SHARE = 0.05;
    private static final double SAME_MILLI_SHARE = 0.6;
    private static final double MODES_PER_HEAD = 12;
    private static final double TWIN_SHARE = 0.02;

    /// Of what a match's seed gives, what says how close deaths come.
    private static final int CROWDING = 3;

    /// A time that looks like the mark at the end of a record, shifted by one bit.
    private static final long MARK_LIKE = 24_000;

    private static final double MARK_LIKE_SHARE = 0.1;

    private final Scoreboard match;
    private final LongFunction<String> gamertags;
    private final Draw draw;
    private final Draw crowding;
    private final boolean teams;
    private final List<FilmEvent> events = new ArrayList<>();
    private final Map<Integer, List<Long>> killTimes = new HashMap<>();
    private final Map<Integer, Integer> slots = new HashMap<>();

    private FilmScript(Scoreboard match, LongFunction<String> gamertags) {
        this.match = match;
        this.gamertags = gamertags;
        this.draw = Draw.of(~match.fixture().seed());
        this.crowding = Draw.of(Draw.seed(match.fixture().seed(), CROWDING));
        this.teams = match.fixture().pairing().venue().hasTeams();
    }

    static List<FilmEvent> of(Scoreboard match, LongFunction<String> gamertags) {
        FilmScript script = new FilmScript(match, gamertags);
        script.number();
        script.fight();
        for (int i = 0; i < match.entries().size(); i++) {
            if (!match.entries().get(i).isBot()) {
                script.rewards(i);
            }
        }
        script.events.sort(Comparator.comparingLong(FilmEvent::millis));
        return List.copyOf(script.events);
    }

    private void number() {
        Map<Integer, Integer> taken = new HashMap<>();
        for (int i = 0; i < match.entries().size(); i++) {
            int team = match.entries().get(i).lastTeam();
            int slot = taken.merge(team, 1, Integer::sum) - 1;
            slots.put(i, teams ? slot : FilmPlayer.NO_SLOT);
        }
    }

    /// Kills and deaths, on one line of time.
    private void fight() {
        List<Incident> incidents = new ArrayList<>();
        Map<Integer, Map<Integer, Integer>> killed = new HashMap<>();
        for (Kill kill : match.kills()) {
            incidents.add(
                    new Incident(kill.millis(), kill.killer(), kill.killerTeam(), kill.victim(), kill.victimTeam()));
            killed.computeIfAbsent(kill.victim(), _ -> new HashMap<>()).merge(kill.victimTeam(), 1, Integer::sum);
        }
        for (int i = 0; i < match.entries().size(); i++) {
            for (Spell spell : match.entries().get(i).spells()) {
                int accidents =
                        spell.deaths() - killed.getOrDefault(i, Map.of()).getOrDefault(spell.team(), 0);
                for (int j = 0; j < accidents; j++) {
                    incidents.add(new Incident(momentIn(spell), -1, -1, i, spell.team()));
                }
            }
        }
        incidents.sort(Comparator.comparingLong(Incident::millis));
        long last = FIRST_MILLIS;
        for (Incident incident : incidents) {
            last = moment(incident, last);
            happen(incident, last);
        }
    }

    /// When something happens, after another.
    private long moment(Incident incident, long last) {
        if (crowding.chance(CROWDED_SHARE)) {
            return last + crowding.below(APART_MILLIS);
        }
        return Math.max(incident.millis(), last + APART_MILLIS);
    }

    private void happen(Incident incident, long millis) {
        boolean late = incident.killer() >= 0 && !draw.chance(SAME_MILLI_SHARE);
        List<FilmEvent> both = new ArrayList<>();
        if (incident.killer() >= 0 && isHuman(incident.killer())) {
            both.add(FilmEvent.kill(player(incident.killer(), incident.killerTeam()), millis));
            killTimes.computeIfAbsent(incident.killer(), _ -> new ArrayList<>()).add(millis);
        }
        if (isHuman(incident.victim())) {
            both.add(FilmEvent.death(player(incident.victim(), incident.victimTeam()), late ? millis + 1 : millis));
        }
        // Of two records of one moment, the death can come first.
        events.addAll(draw.chance(0.3) ? both.reversed() : both);
    }

    private void rewards(int place) {
        Entry entry = match.entries().get(place);
        for (Spell spell : entry.spells()) {
            FilmPlayer player = player(place, spell.team());
            for (Medal medal : Medal.inOrder()) {
                for (int i = 0; i < spell.medals().getOrDefault(medal, 0); i++) {
                    events.add(FilmEvent.medal(
                            player, rewardMoment(place, spell), medal.filmCode(), medal.sortingWeight()));
                }
            }
            boolean objective = match.fixture().pairing().mode().block() != ModeBlock.NONE;
            int modes = objective && spell.toMillis() > spell.fromMillis() ? draw.count(MODES_PER_HEAD) : 0;
            for (int i = 0; i < modes; i++) {
                FilmEvent event = FilmEvent.mode(player, modeMoment(spell));
                events.add(event);
                if (draw.chance(TWIN_SHARE)) {
                    events.add(event);
                }
            }
        }
    }

    private long modeMoment(Spell spell) {
        long moment = Math.max(FIRST_MILLIS, momentIn(spell));
        boolean isThere = spell.fromMillis() <= MARK_LIKE && MARK_LIKE < spell.toMillis();
        return isThere && crowding.chance(MARK_LIKE_SHARE) ? MARK_LIKE : moment;
    }

    private long rewardMoment(int place, Spell spell) {
        List<Long> kills = killTimes.getOrDefault(place, List.of());
        return kills.isEmpty() ? Math.max(FIRST_MILLIS, momentIn(spell)) : draw.oneOf(kills);
    }

    private long momentIn(Spell spell) {
        return spell.fromMillis() + draw.below((int) (spell.toMillis() - spell.fromMillis()));
    }

    private boolean isHuman(int place) {
        return !match.entries().get(place).isBot();
    }

    private FilmPlayer player(int place, int team) {
        long xuid = match.entries().get(place).xuid();
        return new FilmPlayer(xuid, gamertags.apply(xuid), team, slots.getOrDefault(place, FilmPlayer.NO_SLOT));
    }

    private record Incident(long millis, int killer, int killerTeam, int victim, int victimTeam) {}
}
