using System.Globalization;
using System.Text.Json.Nodes;

namespace PimBot.Scenarios.Api;

/// <summary>Bodies of requests.</summary>
internal static class Asking
{
    public const string Eligibilities = "/api/roleEligibilityScheduleRequests";
    public const string Assignments = "/api/roleAssignmentScheduleRequests";
    public const string Approvals = "/api/roleAssignmentApprovals";

    public const string Exchange = "29232cdf-9323-42fd-ade2-1d097af3e4de";
    public const string Helpdesk = "729827e3-9c14-49f7-bb1b-9608f156bbb8";
    public const string GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
    public const string UserAccess = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9";
    public const string Payments = "payments-responders-member";
    public const string PaymentsScope = "/groups/64000003-0000-4000-8000-000000000003";
    public const string Sandbox = "/subscriptions/c0de0002-0000-4000-8000-000000000002";

    public static JsonObject For(string action, string role, string? scope = null) =>
        new()
        {
            ["action"] = action,
            ["roleDefinitionId"] = role,
            ["directoryScopeId"] = scope ?? "/",
            ["justification"] = "mailbox migration",
        };

    public static JsonObject Activate(string role, string duration = "PT2H", string? scope = null) =>
        For("selfActivate", role, scope).During(duration);

    extension(JsonObject body)
    {
        public JsonObject Whom(string principal) => body.With("principalId", principal);

        public JsonObject During(string duration) =>
            body.With("scheduleInfo", Expiring(new() { ["type"] = "afterDuration", ["duration"] = duration }));

        public JsonObject Until(DateTimeOffset end) =>
            body.With(
                "scheduleInfo",
                Expiring(
                    new()
                    {
                        ["type"] = "afterDateTime",
                        ["endDateTime"] = end.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                    }
                )
            );

        public JsonObject ForEver() => body.With("scheduleInfo", Expiring(new() { ["type"] = "noExpiration" }));

        public JsonObject Ticket(string number) =>
            body.With("ticketInfo", new JsonObject { ["ticketNumber"] = number, ["ticketSystem"] = "Jira" });

        public JsonObject With(string member, JsonNode? value)
        {
            body[member] = value;
            return body;
        }

        public JsonObject Without(string member)
        {
            body.Remove(member);
            return body;
        }
    }

    private static JsonObject Expiring(JsonObject expiration) => new() { ["expiration"] = expiration };
}
