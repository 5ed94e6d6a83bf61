// A library that can be loaded and is no card driver.
extern "C" __attribute__((visibility("default"))) int no_card_driver()
{
    return 0;
}
