namespace PimBot.Scenarios.StartUp;

public sealed class SettingsStory
{
    [Theory]
    [InlineData("Bot:AppId", null, "Bot:AppId is ''")]
    [InlineData("Bot:AppId", "has a space", "Bot:AppId is 'has a space'")]
    [InlineData("Bot:AppType", "Triple", "Bot:AppType is 'Triple'; allowed are ")]
    [InlineData("Bot:TenantId", null, "Bot:TenantId is missing")]
    [InlineData("Bot:ClientSecret", null, "Bot:ClientSecret is missing")]
    [InlineData("Bot:AppIdd", "x", "Bot:AppIdd is no setting; allowed are ")]
    [InlineData("Channel:Cloud", "Mars", "Channel:Cloud is 'Mars'; allowed are ")]
    [InlineData("Channel:ServiceHosts:0", "*.trafficmanager.net", "Channel:ServiceHosts has '*.trafficmanager.net'")]
    [InlineData("Channel:TokenEndpoint", "http://127.0.0.1/token", "Channel:TokenEndpoint is 'http://127.0.0.1/token'")]
    [InlineData("Storage:Engine", "Oracle", "Storage:Engine is 'Oracle': allowed are Sqlite and Postgres.")]
    [InlineData("Directory:File", null, "Directory:File is missing")]
    [InlineData("Directory:File", "/no/such/file.json", "Directory:File names /no/such/file.json, which can't be read")]
    [InlineData("Directory:File", "people.txt", "ends neither in .json nor in .yaml or .yml")]
    public async Task A_bad_setting_is_named_with_its_value(string key, string? value, string expected)
    {
        using var someone = new Operator();

        var errors = await someone.StartsInVain(someone.SettingsWith(key, value));

        Assert.Contains(expected, errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_of_a_bad_setting_is_named_be_it_the_environment_or_a_file()
    {
        using var someone = new Operator();
        var errors = await someone.StartsInVain(someone.SettingsWith("Storage:Engine", "Oracle"));
        Assert.EndsWith("(set in the environment variable Storage__Engine)", errors[0], StringComparison.Ordinal);

        someone.Writes("appsettings.json", """{ "Storage": { "Engine": "Access" } }""");
        errors = await someone.StartsInVain(someone.Settings);
        Assert.EndsWith("(set in appsettings.json)", errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_bad_settings_are_all_named_each_on_a_line()
    {
        using var someone = new Operator();
        var settings = someone.SettingsWith("Bot:ClientSecret", null);
        settings.Remove("Bot:TenantId");
        settings["Bot:CertificatePath"] = "/no/such/bot.pem";
        settings["Bot:AppId"] = "two words";

        var errors = await someone.StartsInVain(settings);

        foreach (var key in new[] { "Bot:AppId", "Bot:TenantId", "Bot:CertificatePath" })
        {
            Assert.Single(errors, line => line.StartsWith($"PimBot can't start. {key} ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_is_one_clear_line()
    {
        using var someone = new Operator();
        var file = someone.Writes("appsettings.json", "{ \"Storage\": ");

        var errors = await someone.StartsInVain(someone.Settings);

        Assert.Contains(file, Assert.Single(errors), StringComparison.Ordinal);
        Assert.Contains("It is no valid JSON: line 1, position ", errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_address_is_one_clear_line()
    {
        using var someone = new Operator();

        var errors = await someone.StartsInVain(someone.SettingsWith("urls", "not an address"));

        Assert.Contains("urls is 'not an address': allowed is", Assert.Single(errors), StringComparison.Ordinal);
    }
}
