using System.Text.Json;
using System.Text.Json.Nodes;
using PimBot.Api.Answers;
using PimBot.Api.Policies;
using PimBot.Domain.Access;
using PimBot.Domain.Policies;

namespace PimBot.Scenarios.Api;

/// <summary>A policy and its 17 rules are two ways to say one thing.</summary>
public sealed class PolicyRulesTests
{
    private static readonly RoleScope Access = new(new("r"), new("/"));

    [Fact]
    public void Any_policy_comes_back_from_its_rules_as_it_was()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var policy = Any(new Random(seed));

            var sent = JsonSerializer.Serialize(PolicyRules.Of(policy), ApiJson.Options);
            var read = JsonSerializer.Deserialize<IReadOnlyList<PolicyRule>>(sent, ApiJson.Options)!;
            var back = PolicyChange.Of(RolePolicy.Default(Access), read);

            Assert.Empty(back.Faults);
            Assert.Empty(PolicyChanges.Between(policy, back.Policy));
            Assert.Equal(sent, JsonSerializer.Serialize(PolicyRules.Of(back.Policy), ApiJson.Options));
        }
    }

    [Fact]
    public void Each_rule_changes_its_own_setting_and_no_other()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var (before, other) = (Any(new Random(seed)), Any(new Random(seed + 10_000)));
            foreach (var rule in PolicyRules.Of(other))
            {
                var after = PolicyChange.Of(before, [rule]).Policy;

                var same = PolicyRules.Of(before).Where(r => r.Id != rule.Id).Select(Text);
                Assert.Equal(same, PolicyRules.Of(after).Where(r => r.Id != rule.Id).Select(Text));
                Assert.Equal(Text(rule), Text(PolicyRules.Of(after, rule.Id!)));
            }
        }
    }

    [Fact]
    public void A_rule_that_says_nothing_changes_nothing()
    {
        var policy = Any(new Random(1));
        foreach (var rule in PolicyRules.Of(policy))
        {
            var empty = JsonNode.Parse(Text(rule))!.AsObject();
            foreach (var member in empty.Select(m => m.Key).Where(m => m is not ("id" or "@odata.type")).ToList())
            {
                empty.Remove(member);
            }

            var read = empty.Deserialize<PolicyRule>(ApiJson.Options)!;
            var after = PolicyChange.Of(policy, [read]);

            Assert.Empty(after.Faults);
            Assert.Equal(PolicyRules.Of(policy).Select(Text), PolicyRules.Of(after.Policy).Select(Text));
        }
    }

    [Fact]
    public void What_Graph_can_not_say_is_named_so()
    {
        var policy = RolePolicy.Default(Access) with
        {
            Activation = RolePolicy.Default(Access).Activation with
            {
                Require = ActivationRequirements.Approval,
                Window = TimeSpan.FromHours(30),
                Channel = new("19:x@thread.tacv2", "Approvers", true),
                Approvers = [new() { Role = new("r") }],
            },
        };

        var setting = JsonNode.Parse(Text(PolicyRules.Of(policy, PolicyRuleIds.ActivationApproval)))!["setting"]!;

        Assert.Equal("PT30H", Hours(setting["approvalStages"]![0]!["@pimbot.approvalWindow"]!.ToString()));
        Assert.Equal(2, setting["approvalStages"]![0]!["approvalStageTimeOutInDays"]!.GetValue<int>());
        Assert.Equal("Approvers", setting["@pimbot.approversChannel"]!["name"]!.ToString());
        Assert.Equal(
            "#pimbot.roleHolders",
            setting["approvalStages"]![0]!["primaryApprovers"]![0]!["@odata.type"]!.ToString()
        );
    }

    [Theory]
    [InlineData("""{"isApprovalRequiredForExtension":true}""", "$.rules[0].setting.isApprovalRequiredForExtension")]
    [InlineData(
        """{"isRequestorJustificationRequired":false}""",
        "$.rules[0].setting.isRequestorJustificationRequired"
    )]
    [InlineData("""{"approvalMode":"Parallel"}""", "$.rules[0].setting.approvalMode")]
    [InlineData("""{"approvalStages":[]}""", "$.rules[0].setting.approvalStages")]
    [InlineData("""{"approvalStages":[{},{}]}""", "$.rules[0].setting.approvalStages")]
    [InlineData(
        """{"approvalStages":[{"isEscalationEnabled":true}]}""",
        "$.rules[0].setting.approvalStages[0].isEscalationEnabled"
    )]
    [InlineData(
        """{"approvalStages":[{"escalationTimeInMinutes":5}]}""",
        "$.rules[0].setting.approvalStages[0].escalationTimeInMinutes"
    )]
    [InlineData(
        """{"approvalStages":[{"approvalStageTimeOutInDays":0}]}""",
        "$.rules[0].setting.approvalStages[0].approvalStageTimeOutInDays"
    )]
    [InlineData(
        """{"approvalStages":[{"@pimbot.approvalWindow":"P1M"}]}""",
        "$.rules[0].setting.approvalStages[0].@pimbot.approvalWindow"
    )]
    [InlineData(
        """{"approvalStages":[{"@pimbot.approvalWindow":"PT12H","approvalStageTimeOutInDays":2}]}""",
        "$.rules[0].setting.approvalStages[0].approvalStageTimeOutInDays"
    )]
    [InlineData(
        """{"approvalStages":[{"primaryApprovers":[{"@odata.type":"#microsoft.graph.singleUser","userId":"a","isBackup":true}]}]}""",
        "$.rules[0].setting.approvalStages[0].primaryApprovers"
    )]
    public void What_PimBot_can_not_do_is_refused_by_its_place(string setting, string place)
    {
        var rule = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.unifiedRoleManagementPolicyApprovalRule",
            ["id"] = PolicyRuleIds.ActivationApproval,
            ["setting"] = JsonNode.Parse(setting),
        }.Deserialize<PolicyRule>(ApiJson.Options)!;

        Assert.Equal([place], PolicyChange.Of(RolePolicy.Default(Access), [rule]).Faults);
    }

    [Fact]
    public void Rules_of_one_id_twice_are_refused()
    {
        var rule = PolicyRules.Of(RolePolicy.Default(Access), PolicyRuleIds.ActivationExpiration);

        Assert.Equal(["$.rules"], PolicyChange.Of(RolePolicy.Default(Access), [rule, rule]).Faults);
    }

    private static string Hours(string duration) => $"PT{System.Xml.XmlConvert.ToTimeSpan(duration).TotalHours}H";

    private static string Text(PolicyRule rule) => JsonSerializer.Serialize(rule, ApiJson.Options);

    private static RolePolicy Any(Random random)
    {
        var approval = random.Next(2) == 0;
        var require = (ActivationRequirements)random.Next(8);
        return new RolePolicy
        {
            Access = Access,
            Activation = new ActivationPolicy
            {
                Maximum = TimeSpan.FromMinutes(random.Next(5, 1441)),
                Require = approval ? require | ActivationRequirements.Approval : require,
                Approvers = [.. Enumerable.Range(0, random.Next(4)).Select(i => Approver(i, random))],
                Window =
                    random.Next(2) == 0
                        ? TimeSpan.FromDays(random.Next(1, 15))
                        : TimeSpan.FromMinutes(random.Next(60, 20_000)),
                IsDecisionReasonRequired = random.Next(2) == 0,
                AuthenticationContext = random.Next(3) == 0 ? $"c{random.Next(1, 100)}" : null,
                Channel = random.Next(3) == 0 ? new($"19:{random.Next()}", "Approvers", random.Next(2) == 0) : null,
            },
            Eligible = Assignment(random, 365),
            Active = Assignment(random, 180),
            Notify = (NotificationEvents)random.Next(8),
            Notifications =
            [
                .. from recipient in Enum.GetValues<NotificationRecipient>()
                from about in new[] { 1, 2, 4 }
                where random.Next(3) == 0
                select new NotificationRule
                {
                    Recipient = recipient,
                    Event = (NotificationEvents)about,
                    IsDefaultRecipientsEnabled = random.Next(2) == 0,
                    IsCriticalOnly = random.Next(2) == 0,
                    FurtherRecipients = random.Next(2) == 0 ? [] : [$"a{random.Next()}@contoso.example"],
                },
            ],
        };
    }

    private static AssignmentPolicy Assignment(Random random, int published)
    {
        var days = TimeSpan.FromDays(random.Next(1, 400));
        var isEnforced = random.Next(2) == 0;
        var isOffered = !isEnforced && random.Next(2) == 0 && days.Days != published;
        return new AssignmentPolicy
        {
            Maximum = isEnforced ? days : null,
            OfferedMaximum = isOffered ? days : null,
            Require = (ActivationRequirements)random.Next(4),
        };
    }

    private static ApproverReference Approver(int number, Random random) =>
        random.Next(3) switch
        {
            0 => new() { Person = new($"p{number}") },
            1 => new() { Group = new($"g{number}") },
            _ => new() { Role = new($"r{number}") },
        };
}
