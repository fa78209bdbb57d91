namespace PimBot.Scenarios.Model;

internal enum PassKind
{
    Requests,
    Grants,
    Outbox,
}
