namespace PimBot.Scenarios.Life;

public sealed class SqliteRaces : RaceContract<SqliteRaceStorage>;
