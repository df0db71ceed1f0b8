package dev.spartanlake.generator.game;

/// The catalogue as a table that people can read and extend.
final class CatalogueText {

    /// A line with `>` starts a playlist: name, asset id (none: invented), French name, experience code,
    /// weight, venue. The line `-` starts the custom games. Every other line is a mode: category, game variant,
    /// French name, maps, and the venue where it is a custom game. A pair is called `<game variant> on <map>`.
    static final String TEXT = """
            > Quick Play | 1b1691dc-d8b9-4b1f-825d-cb1c065184c1 | Partie rapide | 2 | 26 | SMALL_TEAMS
            SLAYER | Arena:Slayer | Arène : Assassin | Aquarius, Argyle, Live Fire, Recharge, Solitude, Forest - Forge
            CAPTURE_THE_FLAG | Arena:CTF | Arène : Capture du drapeau | Aquarius, Bazaar, Empyrean
            STRONGHOLDS | Arena:Strongholds | Arène : Bases | Live Fire, Recharge, Streets
            KING_OF_THE_HILL | Arena:King of the Hill | Arène : Roi de la colline | Behemoth, Chasm, Empyrean
            ODDBALL | Arena:Oddball | Arène : Oddball | Live Fire, Recharge, Streets
            ATTRITION | Arena:Attrition | Arène : Attrition | Catalyst, Empyrean
            LAND_GRAB | Arena:Land Grab | Arène : Land Grab | Behemoth, Launch Site
            ESCALATION | Arena:Escalation Slayer | Arène : Escalade | Argyle, Chasm, Cliffhanger
            VIP | Arena:VIP | Arène : VIP | Aquarius, Recharge
            > Ranked Arena | edfef3ac-9cbe-4fa2-b949-8f29deafd483 | Arène classée | 2 | 30 | SMALL_TEAMS
            SLAYER | Ranked:Slayer | Classé : Assassin | Aquarius, Live Fire, Solitude - Ranked
            CAPTURE_THE_FLAG | Ranked:CTF | Classé : Capture du drapeau | Aquarius, Empyrean
            STRONGHOLDS | Ranked:Strongholds | Classé : Bases | Live Fire, Streets
            ODDBALL | Ranked:Oddball | Classé : Oddball | Live Fire, Recharge, Streets
            KING_OF_THE_HILL | Ranked:King of the Hill | Classé : Roi de la colline | Live Fire, Recharge
            > Ranked Slayer | dcb2e24e-05fb-4390-8076-32a0cdb4326e | Assassin classé | 2 | 16 | SMALL_TEAMS
            SLAYER | Ranked:Slayer | Classé : Assassin | Aquarius, Empyrean, Live Fire, Streets - Ranked
            > Super Fiesta | 4829f027-a9af-4b2f-86dd-7b290d6bb0a4 | Super fiesta | 5 | 9 | SMALL_TEAMS
            FIESTA | Super Fiesta:Slayer | Super fiesta : Assassin | Argyle, Dynasty, Empyrean, Forest
            > Team Snipers | 325c18a5-d85b-4ba6-b98f-21465d9c19e2 | Snipers en équipe | 5 | 4 | SMALL_TEAMS
            SLAYER | Arena:Team Snipers | Arène : Snipers en équipe | Argyle, Bazaar, Empyrean
            > Big Team Battle | 2825d417-93e6-4366-98f9-839a2dc41fe4 | Grande bataille en équipe | 3 | 8 | BIG_TEAMS
            SLAYER | BTB:Slayer | Grande bataille en équipe : Assassin | Deadlock, Fragmentation, Highpower, Oasis
            CAPTURE_THE_FLAG | BTB:CTF | Grande bataille en équipe : Capture du drapeau | Fragmentation, Highpower
            TOTAL_CONTROL | BTB:Total Control | Grande bataille en équipe : Contrôle total | Deadlock, Oasis
            STOCKPILE | BTB:Stockpile | Grande bataille en équipe : Stockage | Fragmentation, Highpower
            EXTRACTION | BTB:Extraction | Grande bataille en équipe : Extraction | Refuge
            > Rumble Pit | a7d20ef6-ebdc-4c01-b96c-69b27afa88d7 | Chacun pour soi | 2 | 4 | FREE_FOR_ALL
            SLAYER | Arena:FFA Slayer | Arène : Assassin FFA | Forest - Forge, Catalyst, Dynasty
            > Infection | | Infection | 5 | 2 | FREE_FOR_ALL
            INFECTION | Infection:Infection | Infection | Dynasty, Forest
            > Firefight: Heroic King of the Hill | d8ac67e8-647c-4602-8af0-f42012ba8dd8 | Baptême du feu : Roi de la colline héroïque | 6 | 3 | COOPERATIVE
            FIREFIGHT | Firefight:Heroic King of the Hill | Baptême du feu : Roi de la colline héroïque | Oasis, Vallaheim Firefight
            - custom games
            SLAYER | Arena:Slayer | Arène : Assassin | Live Fire, Recharge | CUSTOM_TEAMS
            CAPTURE_THE_FLAG | Arena:CTF | Arène : Capture du drapeau | Aquarius | CUSTOM_TEAMS
            ELIMINATION | Custom:Elimination | Personnalisé : Élimination | Catalyst, Streets | CUSTOM_TEAMS
            EXTRACTION | Custom:Extraction | Personnalisé : Extraction | Bazaar | CUSTOM_TEAMS
            STOCKPILE | Custom:Stockpile | Personnalisé : Stockage | Launch Site | CUSTOM_TEAMS
            MINIGAME | Custom:Minigame | Personnalisé : Mini-jeu | Duck Pond, The Long Fall | CUSTOM_FREE_FOR_ALL
            """;

    private CatalogueText() {}
}
