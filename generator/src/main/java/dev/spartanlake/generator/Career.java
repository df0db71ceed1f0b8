package dev.spartanlake.generator;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Catalogue;
import dev.spartanlake.generator.match.DocumentWriter;
import dev.spartanlake.generator.match.DocumentWriter.Written;
import dev.spartanlake.generator.match.Fixture;
import dev.spartanlake.generator.match.PayloadShape;
import dev.spartanlake.generator.match.People;
import dev.spartanlake.generator.match.Scoreboard;
import dev.spartanlake.generator.match.Twist;
import dev.spartanlake.generator.skill.SkillRating;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.IntStream;

/// The match documents of a plan, from the oldest to the newest.
///
/// Every iteration gives the same documents, each made when it is asked for and kept by nobody. Start times never
/// repeat, and a match starts only after the one before it has ended.
///
/// **Threads**: a career can be shared, an iterator can not.
public final class Career implements Iterable<GeneratedDocument> {

    private static final int MATCHES_PER_CASE = 12;
    private static final int USUAL_TEAM_SIZE = 4;
    private static final int SMALL_TEAM_SIZE = 2;
    private static final List<String> FRIENDLY_NAMES = List.of(
            "DemoAnvil",
            "DemoLantern",
            "DemoBasalt",
            "DemoThistle",
            "DemoGalleon",
            "DemoPepper",
            "DemoSaffron",
            "DemoTundra",
            "DemoQuartz",
            "DemoWalnut",
            "DemoZephyr",
            "DemoCobalt");

    private final CareerPlan plan;

    private Career(CareerPlan plan) {
        this.plan = plan;
    }

    /// The career of a plan. Nothing is made before it is iterated over.
    public static Career of(CareerPlan plan) {
        return new Career(plan);
    }

    /// The names of all that the documents of any career refer to by id only, each id once.
    public static List<AssetName> names() {
        return Catalogue.instance().assets().stream()
                .map(asset -> new AssetName(
                        AssetKind.ofCode(asset.kind()),
                        asset.assetId(),
                        asset.versionId(),
                        asset.publicName(),
                        asset.nameFr()))
                .toList();
    }

    /// The friends who turn up in the documents of any career again and again, the most frequent first.
    public static List<Acquaintance> acquaintances() {
        List<Long> xuids = People.friends();
        return IntStream.range(0, xuids.size())
                .mapToObj(i -> new Acquaintance(xuids.get(i), FRIENDLY_NAMES.get(i)))
                .toList();
    }

    /// The same matches with all that is served beside their documents.
    public Iterable<GeneratedMatch> matches() {
        return () -> new Matches(plan);
    }

    /// The name of a human of this career: every xuid in its documents has one, always the same.
    public String gamertag(long xuid) {
        return gamertag(plan, xuid);
    }

    private static String gamertag(CareerPlan plan, long xuid) {
        for (TrackedPlayer player : plan.players()) {
            if (player.xuid() == xuid) {
                return player.gamertag();
            }
        }
        int friend = People.friends().indexOf(xuid);
        return friend >= 0 ? FRIENDLY_NAMES.get(friend) : Strangers.gamertag(xuid);
    }

    /// The plan.
    public CareerPlan plan() {
        return plan;
    }

    @Override
    public Iterator<GeneratedDocument> iterator() {
        return new Documents(plan);
    }

    private static final class Documents implements Iterator<GeneratedDocument> {

        private final CareerPlan plan;
        private final Schedule schedule;
        private final CaseDeck cases;
        private final Rotation rotation;
        private final DocumentWriter writer = new DocumentWriter();
        private long previousEndMillis;
        private long startMillis;
        private int next;

        Documents(CareerPlan plan) {
            this.plan = plan;
            this.schedule = new Schedule(plan);
            this.cases = new CaseDeck(plan.seed());
            this.rotation = plan.mix() == MatchMix.ARENA ? Rotation.arena() : Rotation.everything();
            this.previousEndMillis = plan.firstDay().toEpochMilli();
        }

        @Override
        public boolean hasNext() {
            return next < plan.matches();
        }

        @Override
        public GeneratedDocument next() {
            return document(written());
        }

        private GeneratedDocument document(Written written) {
            return new GeneratedDocument(written.matchId(), Instant.ofEpochMilli(startMillis), written.json());
        }

        private Written written() {
            if (!hasNext()) {
                throw new NoSuchElementException("the career has " + plan.matches() + " matches and no more");
            }
            Fixture fixture = fixture(next);
            next++;
            Written written = writer.write(fixture);
            startMillis = fixture.startMillis();
            previousEndMillis = written.endMillis();
            return written;
        }

        private Fixture fixture(int index) {
            Slot slot = schedule.next(previousEndMillis);
            long seed = Draw.seed(plan.seed(), index);
            PayloadShape shape = index < plan.earlyMatches() ? PayloadShape.EARLY : PayloadShape.CURRENT;
            Card card = card(index, shape, Draw.of(~seed));
            Set<Twist> twists = EnumSet.noneOf(Twist.class);
            twists.addAll(card.twists());
            if (shape == PayloadShape.EARLY && index <= plan.earlyMatches() / 8) {
                twists.add(Twist.LIVES_UNRECORDED);
            }
            List<TrackedPlayer> party = twists.contains(Twist.OPPONENTS) ? plan.players() : slot.party();
            return new Fixture(
                    seed,
                    slot.startMillis(),
                    (double) index / plan.matches(),
                    card.pairing(),
                    plan.mix() == MatchMix.EVERY_CASE ? SMALL_TEAM_SIZE : USUAL_TEAM_SIZE,
                    shape,
                    twists,
                    party.stream().map(TrackedPlayer::xuid).toList());
        }

        private Card card(int index, PayloadShape shape, Draw draw) {
            int ofShape = shape == PayloadShape.EARLY ? index : index - plan.earlyMatches();
            return switch (plan.mix()) {
                case EVERY_CASE -> cases.deal(ofShape, shape, draw);
                case ARENA -> rotation.deal(shape, draw);
                case EVERYDAY ->
                    ofShape % MATCHES_PER_CASE == MATCHES_PER_CASE / 2
                            ? cases.deal(ofShape / MATCHES_PER_CASE, shape, draw)
                            : rotation.deal(shape, draw);
            };
        }
    }

    private static final class Matches implements Iterator<GeneratedMatch> {

        private final CareerPlan plan;
        private final Documents documents;
        private final SkillRating rating = new SkillRating();

        Matches(CareerPlan plan) {
            this.plan = plan;
            this.documents = new Documents(plan);
        }

        @Override
        public boolean hasNext() {
            return documents.hasNext();
        }

        @Override
        public GeneratedMatch next() {
            Written written = documents.written();
            Scoreboard scoreboard = written.scoreboard().get();
            return new GeneratedMatch(
                    documents.document(written), scoreboard, rating.rate(scoreboard), xuid -> gamertag(plan, xuid));
        }
    }
}
