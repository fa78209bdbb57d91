namespace PimBot.Scenarios.Chaos;

/// <summary>What the people around one request do, decided before it begins.</summary>
internal enum Plan
{
    Approve = 1,
    Deny = 2,
    ApproveAndDeny = 3,
    ApproveAndCancel = 4,
    Cancel = 5,
    Nothing = 6,
}
