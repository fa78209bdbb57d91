namespace PimBot.Playground.Tests;

internal sealed class DemoPeople : IPlaygroundPeople
{
    public IReadOnlyList<PlaygroundPerson> List() =>
        [
            new("alice", "Alice Adams", "alice@contoso.example", "member", "Eligible for Exchange Administrator."),
            new("bob", "Bob Brown", "bob@contoso.example", "member", "Global Administrator."),
        ];
}
