namespace PimBot.Scenarios.Life;

public sealed class PostgresRaces : RaceContract<PostgresRaceStorage>;
